# What every target of ours is compiled with. Sanitizers come in by the presets.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS ON) # TRY in engine/failure.h is a statement expression
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

set(DANDORI_SANITIZE "" CACHE STRING "Sanitizers to build with, as for -fsanitize=")

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

add_library(dandori_options INTERFACE)
target_include_directories(dandori_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(dandori_options INTERFACE -Wall -Wextra -Wpedantic -Wno-pedantic -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual)
target_compile_definitions(dandori_options INTERFACE DANDORI_VERSION="${PROJECT_VERSION}")
if(DANDORI_SANITIZE)
  target_compile_options(dandori_options INTERFACE -fsanitize=${DANDORI_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(dandori_options INTERFACE -fsanitize=${DANDORI_SANITIZE})
endif()

# Headers cost more than our own lines: several files are compiled as one, so what is private to a file needs a name that
# its target has once.
option(DANDORI_UNITY "Compile several files of a target as one" ON)
function(dandori_unity name)
  set_target_properties(${name} PROPERTIES UNITY_BUILD ${DANDORI_UNITY} UNITY_BUILD_BATCH_SIZE 8)
endfunction()

# dandori_room(NAME SOURCES... [LINKS ...]): one static library for a room or a part of one.
function(dandori_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;LINKS" ${ARGN})
  add_library(${name} STATIC ${ROOM_SOURCES})
  target_link_libraries(${name} PUBLIC dandori_options ${ROOM_LINKS})
  dandori_unity(${name})
endfunction()
