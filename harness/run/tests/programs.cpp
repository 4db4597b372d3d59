#include "programs.hpp"

namespace conformance {

std::filesystem::path suite_program() {
    return std::filesystem::path(SUITE_PROGRAM).make_preferred();
}

std::string dependent_provider() {
    return std::filesystem::path(DEPENDENT_PROVIDER).make_preferred().string();
}

std::string misbehaving_provider() {
    return std::filesystem::path(MISBEHAVING_PROVIDER).make_preferred().string();
}

std::string reference_provider() {
    return std::filesystem::path(REFERENCE_PROVIDER).make_preferred().string();
}

}  // namespace conformance
