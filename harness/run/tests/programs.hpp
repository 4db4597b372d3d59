#pragma once

#include <filesystem>
#include <string>

namespace conformance {

/// The programs under test, in the folders in which they were built.
std::filesystem::path suite_program();
/// The DLL of fixtures/dependent_provider.
std::string dependent_provider();
/// The DLL of fixtures/misbehaving_provider. It misbehaves only in the rows whose name contains
/// `poisoned`.
std::string misbehaving_provider();
inline constexpr const char* poisoned = "value=0x10000";
/// The DLL of fixtures/reference_provider.
std::string reference_provider();

}  // namespace conformance
