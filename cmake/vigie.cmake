# What every target shares, and how a module says what it is made of and what it may use.

add_library(vigie_flags INTERFACE)
target_include_directories(vigie_flags INTERFACE ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR})
target_compile_options(vigie_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
    -Wno-missing-field-initializers # designated initializers leave members to their defaults on purpose
    -Werror=return-type -Werror=switch $<$<BOOL:${VIGIE_WERROR}>:-Werror>)
target_compile_definitions(vigie_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_NO_KEYWORDS QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400 VIGIE_VERSION="${PROJECT_VERSION}")

# Object libraries that only carry the precompiled headers.
file(WRITE ${CMAKE_BINARY_DIR}/pch.cpp "// empty\n")
if(NOT CMAKE_BUILD_TYPE STREQUAL "Tidy")
    add_library(vigie_pch_core OBJECT ${CMAKE_BINARY_DIR}/pch.cpp)
    target_link_libraries(vigie_pch_core PRIVATE vigie_flags Qt6::Core)
    target_precompile_headers(vigie_pch_core PRIVATE <QHash> <QJsonArray> <QJsonObject> <QString> <QUuid> <chrono>
        <functional> <memory> <optional> <tuple> <variant> <vector>)
endif()

# vigie_module(<folder> [SOURCES …] [GENERATED …] [MODULES <folder> …] [QT <component> …] [LIBS <target> …] [MOC])
# One static library a folder. MODULES is the whole list of folders whose headers it may include (and, through
# them, what they may): tests/architecture reads every #include and fails on any other. MOC: it has classes with Q_OBJECT.
function(vigie_module folder)
    cmake_parse_arguments(arg "MOC" "" "SOURCES;GENERATED;MODULES;QT;LIBS" ${ARGN})
    string(REPLACE "/" "_" target ${folder})
    set(kind STATIC)
    set(scope PUBLIC)
    set(has_code ${arg_SOURCES})
    list(FILTER has_code INCLUDE REGEX "\\.cpp$")
    if(NOT has_code AND NOT arg_GENERATED)
        set(kind INTERFACE)
        set(scope INTERFACE)
    endif()
    add_library(${target} ${kind})
    set_target_properties(${target} PROPERTIES AUTOMOC ${arg_MOC})
    if(kind STREQUAL "STATIC")
        list(TRANSFORM arg_SOURCES PREPEND ${PROJECT_SOURCE_DIR}/${folder}/)
        target_sources(${target} PRIVATE ${arg_SOURCES} ${arg_GENERATED})
        target_link_libraries(${target} PRIVATE vigie_flags)
    endif()
    target_include_directories(${target} ${scope} ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR})
    foreach(module IN LISTS arg_MODULES)
        string(REPLACE "/" "_" dep ${module})
        target_link_libraries(${target} ${scope} ${dep})
    endforeach()
    foreach(component IN LISTS arg_QT)
        target_link_libraries(${target} ${scope} Qt6::${component})
    endforeach()
    target_link_libraries(${target} ${scope} ${arg_LIBS})
    if(kind STREQUAL "STATIC" AND NOT CMAKE_BUILD_TYPE STREQUAL "Tidy") # clang-tidy cannot read GCC's
        vigie_precompile(${target})
    endif()
    list(JOIN arg_MODULES "," modules)
    list(JOIN arg_QT "," qt)
    set_property(GLOBAL APPEND_STRING PROPERTY VIGIE_LAYERS "${folder};${modules};${qt}\n")
endfunction()

# Qt's headers are what compiling costs. Modules over Qt Core alone share one precompiled header; a module with
# other components has other definitions, so GCC would refuse it: widgets get their own, the few others none.
function(vigie_precompile target)
    get_target_property(folder ${target} SOURCE_DIR)
    if(folder MATCHES "/views/")
        target_precompile_headers(${target} PRIVATE <QtWidgets/QtWidgets>)
    elseif(NOT folder MATCHES "/(api|persistence)/?")
        target_precompile_headers(${target} REUSE_FROM vigie_pch_core)
    endif()
endfunction()

# vigie_program(<name> SOURCES … MODULES <folder> …): an executable of app/.
function(vigie_program name)
    cmake_parse_arguments(arg "" "" "SOURCES;MODULES;LIBS" ${ARGN})
    qt_add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE vigie_flags ${arg_LIBS})
    foreach(module IN LISTS arg_MODULES)
        string(REPLACE "/" "_" dep ${module})
        target_link_libraries(${name} PRIVATE ${dep})
    endforeach()
    install(TARGETS ${name} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endfunction()

# Qt6::Test names absolute folders on the command line of every test, so ccache would serve no other checkout.
set_property(TARGET Qt6::Test PROPERTY INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)

# vigie_test(<name> SOURCES … MODULES <folder> … [LABELS …] [TIMEOUT s]): one Qt Test program, offscreen.
function(vigie_test name)
    cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;MODULES;LIBS;LABELS" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_link_libraries(${name} PRIVATE vigie_flags Qt6::Test ${arg_LIBS})
    target_compile_options(${name} PRIVATE -O0) # compiling tests is half of a build, running them is not
    foreach(module IN LISTS arg_MODULES)
        string(REPLACE "/" "_" dep ${module})
        target_link_libraries(${name} PRIVATE ${dep})
    endforeach()
    add_test(NAME ${name} COMMAND ${name})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 60)
    endif()
    if(NOT arg_LABELS AND CMAKE_CURRENT_SOURCE_DIR MATCHES "/tests/views")
        set(arg_LABELS widget) # Qt's and the fonts' own leaks make these no matter for the sanitized run
    elseif(NOT arg_LABELS)
        set(arg_LABELS unit)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}" ENVIRONMENT
        "QT_QPA_PLATFORM=offscreen;VIGIE_BIN=${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
    foreach(label IN LISTS arg_LABELS) # `ninja tests_unit`
        if(NOT TARGET tests_${label})
            add_custom_target(tests_${label})
        endif()
        add_dependencies(tests_${label} ${name})
    endforeach()
endfunction()

function(vigie_write_layers)
    get_property(layers GLOBAL PROPERTY VIGIE_LAYERS)
    file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/layers.txt CONTENT "${layers}")
endfunction()
