// matrix_cost PROGRAM FOLDER OUTPUT: what `PROGRAM matrix` of all reports in FOLDER costs, beside
// what nlohmann::json alone takes to parse the same bytes on one core. Prints the seconds of both,
// their ratio and the program's greatest memory. Linux alone: it asks wait4.
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begun) {
    return std::chrono::duration<double>(Clock::now() - begun).count();
}

double parse_alone(const std::vector<std::string>& files, std::size_t& bytes) {
    double seconds = 0;
    for (const auto& path : files) {
        std::ifstream file(path, std::ios::binary);
        const std::string text((std::istreambuf_iterator<char>(file)), {});
        bytes += text.size();
        const auto begun = Clock::now();
        {
            const auto json = nlohmann::json::parse(text);
            if (!json.is_object()) {
                return -1;
            }
        }
        seconds += seconds_since(begun);
    }
    return seconds;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 4) {
        std::fputs("usage: matrix_cost PROGRAM FOLDER OUTPUT\n", stderr);
        return 2;
    }
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(arguments[2])) {
        files.push_back(entry.path().string());
    }
    std::vector<std::string> words{arguments[1], "matrix"};
    words.insert(words.end(), files.begin(), files.end());
    words.insert(words.end(), {"--output", arguments[3]});
    std::vector<char*> pointers;
    for (auto& word : words) {
        pointers.push_back(word.data());
    }
    pointers.push_back(nullptr);

    std::size_t bytes = 0;
    const auto parsing = parse_alone(files, bytes);
    const auto begun = Clock::now();
    const auto child = fork();
    if (child == 0) {
        execv(pointers[0], pointers.data());
        _exit(127);
    }
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    const auto took = seconds_since(begun);
    if (status != 0) {
        std::fprintf(stderr, "matrix_cost: %s ended with status %d\n", arguments[1], status);
        return 1;
    }
    std::printf(
        "matrix of %zu reports, %.0f MB: %.2f s, %.2f times what nlohmann::json takes to parse "
        "them "
        "(%.2f s; goal: at most 0.7); %.0f MB of memory at most (goal: 200)\n",
        files.size(), static_cast<double>(bytes) / 1e6, took, took / parsing, parsing,
        static_cast<double>(usage.ru_maxrss) / 1e3);
    return 0;
}
