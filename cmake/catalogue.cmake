# Gathers the operations: every struct with an OperationInfo below core/operations/. The one place where files are
# found by a pattern, so that adding an operation edits no list (static registration in a static library would be
# dropped by the linker).
function(vigie_catalogue out_header out_performers)
    file(GLOB headers CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/core/operations/*/*.h)
    set(includes "")
    set(types "")
    set(performs "")
    foreach(header IN LISTS headers)
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${header})
        file(READ ${PROJECT_SOURCE_DIR}/${header} text)
        string(REGEX MATCHALL "struct ([A-Za-z0-9]+) {[ \n\t]*static constexpr OperationInfo info" found "${text}")
        if(NOT found)
            continue()
        endif()
        string(APPEND includes "#include \"${header}\"\n")
        foreach(match IN LISTS found)
            string(REGEX REPLACE "struct ([A-Za-z0-9]+) .*" "\\1" type "${match}")
            list(APPEND types ${type})
            string(APPEND performs "Task<> perform(operations::${type} operation, OperationContext context);\n")
        endforeach()
    endforeach()
    list(JOIN types ", " types)
    set(note "// Made by cmake/catalogue.cmake from core/operations/. Do not edit.\n#pragma once\n\n")
    file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/${out_header} @ONLY CONTENT
        "${note}${includes}\n#include <tuple>\n\nnamespace core::operations {\nusing AllOperations = std::tuple<${types}>;\n}\n")
    file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/${out_performers} @ONLY CONTENT
        "${note}#include \"${out_header}\"\n#include \"core/orchestrator/operationcontext.h\"\n\nnamespace core::orchestrator {\n${performs}}\n")
endfunction()
