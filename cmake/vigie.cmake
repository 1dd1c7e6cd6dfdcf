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

# vigie_headers(<name> [QT <component> …] [OPTIONS …] HEADERS …): an object library that only carries a precompiled
# header. Reading headers is what compiling costs, Qt's and those of our own that list every field of every object.
file(WRITE ${CMAKE_BINARY_DIR}/pch.cpp "// empty\n")
function(vigie_headers name)
    cmake_parse_arguments(arg "" "" "QT;OPTIONS;HEADERS" ${ARGN})
    if(CMAKE_BUILD_TYPE STREQUAL "Tidy") # clang-tidy cannot read GCC's
        return()
    endif()
    add_library(${name} OBJECT ${CMAKE_BINARY_DIR}/pch.cpp)
    # Never from ccache: GCC knows our own headers in it by their place, and would read those of another checkout twice.
    set_target_properties(${name} PROPERTIES CXX_COMPILER_LAUNCHER "")
    list(TRANSFORM arg_QT PREPEND Qt6::)
    target_link_libraries(${name} PRIVATE vigie_flags Qt6::Core ${arg_QT})
    target_compile_options(${name} PRIVATE ${arg_OPTIONS})
    list(TRANSFORM arg_HEADERS REPLACE "^(core/.*[^n]\\.h)$" "${PROJECT_SOURCE_DIR}/\\1")
    list(TRANSFORM arg_HEADERS REPLACE "^(core/.*\\.gen\\.h)$" "${PROJECT_BINARY_DIR}/\\1")
    target_precompile_headers(${name} PRIVATE ${arg_HEADERS})
endfunction()
set(VIGIE_HEADERS_core <QHash> <QJsonArray> <QJsonObject> <QString> <QUuid> <chrono> <functional> <memory> <optional>
    <tuple> <variant> <vector>)
set(VIGIE_HEADERS_model ${VIGIE_HEADERS_core} core/model/inventory.h)
set(VIGIE_HEADERS_operations ${VIGIE_HEADERS_model} core/operations/rules.h)
foreach(level core model operations)
    vigie_headers(vigie_pch_${level} HEADERS ${VIGIE_HEADERS_${level}})
endforeach()
vigie_headers(vigie_pch_views QT Widgets HEADERS ${VIGIE_HEADERS_operations} <QtWidgets/QtWidgets>)
# Compiling tests is half of a build, running them is not. Sanitizers watch what is tested in full, the tests themselves
# for the rest only: each of these checks stands before every member that is read.
set(VIGIE_TEST_OPTIONS -O0 -fno-sanitize=null,alignment,object-size,vptr)
# without Qt Test, whose headers depend on what else a test links
vigie_headers(vigie_pch_test OPTIONS ${VIGIE_TEST_OPTIONS} HEADERS ${VIGIE_HEADERS_operations})
vigie_headers(vigie_pch_coretest OPTIONS ${VIGIE_TEST_OPTIONS}
              HEADERS ${VIGIE_HEADERS_operations} core/orchestrator/core.h core/hypervisor/simulated/connector.h)
vigie_headers(vigie_pch_viewtest QT Widgets OPTIONS ${VIGIE_TEST_OPTIONS}
              HEADERS ${VIGIE_HEADERS_operations} <QtWidgets/QtWidgets>)

# vigie_module(<folder> [SOURCES …] [GENERATED …] [MODULES <folder> …] [QT <component> …] [LIBS <target> …] [MOC]
#              [PRECOMPILE <header> …] [ALONE])
# One static library a folder. MODULES is the whole list of folders whose headers it may include (and, through
# them, what they may): tests/architecture reads every #include and fails on any other. MOC: it has classes with Q_OBJECT.
# PRECOMPILE: headers of its own that nearly all its files read. ALONE: each file is compiled by itself, see vigie_unite.
function(vigie_module folder)
    cmake_parse_arguments(arg "MOC;ALONE" "" "SOURCES;GENERATED;MODULES;QT;LIBS;PRECOMPILE" ${ARGN})
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
        if(NOT arg_ALONE)
            vigie_unite(${target})
        endif()
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
    vigie_precompile(${target} ${folder} "${arg_MODULES}" "${arg_PRECOMPILE}")
    list(JOIN arg_MODULES "," modules)
    list(JOIN arg_QT "," qt)
    set_property(GLOBAL APPEND_STRING PROPERTY VIGIE_LAYERS "${folder};${modules};${qt}\n")
endfunction()

# Files of a module compiled together share what they read; a name in one's unnamed namespace is then one of them all.
function(vigie_unite target)
    if(VIGIE_UNITY AND NOT CMAKE_BUILD_TYPE STREQUAL "Tidy")
        set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 10)
        target_compile_options(${target} PRIVATE -Wno-subobject-linkage) # GCC takes the included files for headers
    endif()
endfunction()

# Which precompiled header a module reads: the largest of which it may use everything. Its own headers are in none, and
# what a header is precompiled into is compiled anew with it: so only those are in one that nearly everything includes.
function(vigie_precompile target folder modules own)
    set(level core)
    foreach(module IN LISTS modules)
        string(REPLACE "/" "_" dep ${module})
        get_target_property(below ${dep} VIGIE_LEVEL)
        if(module STREQUAL "core/operations" OR below STREQUAL "operations")
            set(level operations)
        elseif((module STREQUAL "core/model" OR below STREQUAL "model") AND level STREQUAL "core")
            set(level model)
        endif()
    endforeach()
    set_target_properties(${target} PROPERTIES VIGIE_LEVEL ${level})
    if(folder MATCHES "^views/")
        set(level views)
    endif()
    if(own)
        vigie_headers(vigie_pch_${target} HEADERS ${VIGIE_HEADERS_${level}} ${own})
        set(level ${target})
    endif()
    get_target_property(type ${target} TYPE)
    if(type STREQUAL "STATIC_LIBRARY" AND TARGET vigie_pch_${level})
        target_precompile_headers(${target} REUSE_FROM vigie_pch_${level})
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
    set(headers vigie_pch_operations)
    if(arg_MODULES MATCHES "views/")
        set(headers vigie_pch_views)
    endif()
    if(TARGET ${headers})
        target_precompile_headers(${name} REUSE_FROM ${headers})
    endif()
    install(TARGETS ${name} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endfunction()

# Qt6::Test names absolute folders on the command line of every test, so ccache would serve no other checkout.
set_property(TARGET Qt6::Test PROPERTY INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)

# CMake's AUTOMOC would compile one more file for every test. moc reads those that include its output or say Q_OBJECT in
# a header.
function(vigie_test_moc name)
    foreach(source IN LISTS ARGN)
        cmake_path(ABSOLUTE_PATH source)
        cmake_path(GET source STEM LAST_ONLY stem)
        set(out ${CMAKE_CURRENT_BINARY_DIR}/${name}_moc)
        if(source MATCHES "\\.cpp$")
            file(STRINGS ${source} found REGEX "^#include \"${stem}\\.moc\"")
            if(found)
                qt_generate_moc(${source} ${out}/${stem}.moc TARGET ${name})
                target_sources(${name} PRIVATE ${out}/${stem}.moc)
            endif()
        else()
            file(STRINGS ${source} found REGEX "^ *Q_OBJECT")
            if(found)
                qt_generate_moc(${source} ${out}/moc_${stem}.cpp TARGET ${name})
                target_sources(${name} PRIVATE ${out}/moc_${stem}.cpp)
            endif()
        endif()
    endforeach()
    target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${name}_moc)
endfunction()

# What the program of a test and the library of several are made alike of.
macro(vigie_test_target name)
    vigie_test_moc(${name} ${arg_SOURCES})
    target_link_libraries(${name} PUBLIC vigie_flags Qt6::Test ${arg_LIBS})
    target_compile_options(${name} PRIVATE ${VIGIE_TEST_OPTIONS})
    foreach(module IN LISTS arg_MODULES)
        string(REPLACE "/" "_" dep ${module})
        target_link_libraries(${name} PUBLIC ${dep})
    endforeach()
    set(headers vigie_pch_test)
    if("${arg_MODULES}" MATCHES "views/")
        set(headers vigie_pch_viewtest)
    elseif("${arg_MODULES}" MATCHES "core/orchestrator")
        set(headers vigie_pch_coretest)
    endif()
    if(TARGET ${headers})
        target_precompile_headers(${name} REUSE_FROM ${headers})
    endif()
endmacro()

# vigie_test_library(<name> SOURCES … MODULES <folder> …): what several tests share, compiled once; they name it in LIBS.
function(vigie_test_library name)
    cmake_parse_arguments(arg "" "" "SOURCES;MODULES;LIBS" ${ARGN})
    add_library(${name} STATIC ${arg_SOURCES})
    vigie_test_target(${name})
endfunction()

# vigie_test(<name> SOURCES … MODULES <folder> … [LIBS <target> …] [LABELS …] [TIMEOUT s]): one Qt Test program, offscreen.
function(vigie_test name)
    cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;MODULES;LIBS;LABELS" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    vigie_test_target(${name})
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
