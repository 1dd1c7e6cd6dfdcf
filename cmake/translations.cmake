# The .ts files of translations/, compiled and made part of core/text as `:/i18n`.

# vigie_translations(<variable>): the generated source that carries the .qm files.
function(vigie_translations out)
    set(qms "")
    set(entries "")
    foreach(language en fr)
        set(ts ${PROJECT_SOURCE_DIR}/translations/vigie_${language}.ts)
        set(qm ${PROJECT_BINARY_DIR}/translations/vigie_${language}.qm)
        add_custom_command(OUTPUT ${qm} DEPENDS ${ts} VERBATIM
            COMMAND Qt6::lrelease -silent -nounfinished ${ts} -qm ${qm})
        list(APPEND qms ${qm})
        string(APPEND entries "<file>vigie_${language}.qm</file>")
    endforeach()
    set(qrc ${PROJECT_BINARY_DIR}/translations/translations.qrc)
    file(CONFIGURE OUTPUT ${qrc} @ONLY CONTENT "<RCC><qresource prefix=\"/i18n\">${entries}</qresource></RCC>\n")
    set(cpp ${PROJECT_BINARY_DIR}/translations/qrc_translations.cpp)
    add_custom_command(OUTPUT ${cpp} DEPENDS ${qms} ${qrc} VERBATIM
        COMMAND Qt6::rcc --name translations --output ${cpp} ${qrc})
    set_source_files_properties(${cpp} PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
    set(${out} ${cpp} PARENT_SCOPE)
endfunction()

# `ninja update_translations` after a change of a sentence: the .ts files then say what is still to be translated.
add_custom_target(update_translations VERBATIM
    COMMAND ${PROJECT_SOURCE_DIR}/translations/update $<TARGET_FILE:Qt6::lupdate>)
