# dandori_assets(TARGET NAME FILES...): text files as part of a library, in the order given. NAME is the C++ name of the list, like
# dandori::rest::openapi_parts; the room declares it as `extern const std::vector<std::string_view>`.
function(dandori_assets target name)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/${target}_assets.cpp)
  add_custom_command(OUTPUT ${source}
    COMMAND ${CMAKE_COMMAND} -D NAME=${name} -D SOURCE=${source} -D "FILES=${ARGN}" -P ${PROJECT_SOURCE_DIR}/cmake/write_assets.cmake
    DEPENDS ${ARGN} ${PROJECT_SOURCE_DIR}/cmake/write_assets.cmake
    WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} VERBATIM)
  target_sources(${target} PRIVATE ${source})
  set_source_files_properties(${source} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()
