#include "commands/written_file.hpp"

#include <iostream>

#include "base/utf8.hpp"
#include "writers/atomic_file.hpp"

namespace conformance {

bool write_file(const std::string& name, const std::string& text) {
    if (name.empty()) {
        return true;
    }
    try {
        write_file_atomically(path_from_utf8(name), text);
    } catch (const WriteError& error) {
        std::cerr << "winsock-conformance: " << error.what() << std::endl;
        return false;
    }
    std::cout << "Written       " << name << "\n";
    return true;
}

}  // namespace conformance
