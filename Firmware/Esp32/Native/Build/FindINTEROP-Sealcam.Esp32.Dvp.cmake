# The native side of assembly Sealcam.Esp32.Dvp. `prepare` puts this file into nf-interpreter's CMake/Modules and the sources into
# InteropAssemblies/Sealcam.Esp32.Dvp; the build finds it by -D NF_INTEROP_ASSEMBLIES=Sealcam.Esp32.Dvp.
set(_dvp_name Sealcam.Esp32.Dvp)
set(_dvp_path ${PROJECT_SOURCE_DIR}/InteropAssemblies/${_dvp_name})

set(${_dvp_name}_INCLUDE_DIRS
    ${PROJECT_SOURCE_DIR}/src/CLR/Core
    ${PROJECT_SOURCE_DIR}/src/CLR/Include
    ${PROJECT_SOURCE_DIR}/src/HAL/Include
    ${PROJECT_SOURCE_DIR}/src/PAL/Include
    ${_dvp_path}
    # esp_camera.h includes the converters' header, and that one esp_jpeg's.
    ${IDF_PATH_CMAKED}/components/esp32-camera/driver/include
    ${IDF_PATH_CMAKED}/components/esp32-camera/conversions/include
    ${IDF_PATH_CMAKED}/components/esp_jpeg/include)

# The first must hold the table: nf-interpreter reads name, version and checksum out of the sources.
set(${_dvp_name}_SOURCES
    ${_dvp_path}/Sealcam_Esp32_Dvp.cpp
    ${_dvp_path}/Sealcam_Esp32_Dvp_Sealcam_Esp32_Dvp_NativeDvp_mshl.cpp
    ${_dvp_path}/Sealcam_Esp32_Dvp_Sealcam_Esp32_Dvp_NativeDvp.cpp
    ${_dvp_path}/dvp_open.cpp
    ${_dvp_path}/dvp_core.cpp)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(INTEROP-${_dvp_name} DEFAULT_MSG ${_dvp_name}_INCLUDE_DIRS ${_dvp_name}_SOURCES)
