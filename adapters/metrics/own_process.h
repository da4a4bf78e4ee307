#pragma once

namespace dandori::metrics {

/// This process as the kernel sees it (proc(5)).
struct OwnProcess {
    double cpu_seconds = 0;
    double resident_bytes = 0;
    double open_files = 0;
    double open_files_max = 0;
    double threads = 0;
    double start_seconds = 0;  ///< since 1970
};
OwnProcess own_process();

}  // namespace dandori::metrics
