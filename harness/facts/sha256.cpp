#include "facts/sha256.hpp"

#include <array>
#include <fstream>

#include "base/text.hpp"
#include "record/windows_headers.hpp"

#include <wincrypt.h>

namespace conformance {

namespace {

class HashContext {
public:
    HashContext() {
        if (CryptAcquireContextW(&provider_, nullptr, nullptr, PROV_RSA_AES, CRYPT_VERIFYCONTEXT)) {
            CryptCreateHash(provider_, CALG_SHA_256, 0, 0, &hash_);
        }
    }
    HashContext(const HashContext&) = delete;
    HashContext& operator=(const HashContext&) = delete;
    ~HashContext() {
        if (hash_ != 0) {
            CryptDestroyHash(hash_);
        }
        if (provider_ != 0) {
            CryptReleaseContext(provider_, 0);
        }
    }
    HCRYPTHASH get() const noexcept { return hash_; }

private:
    HCRYPTPROV provider_ = 0;
    HCRYPTHASH hash_ = 0;
};

}  // namespace

std::optional<std::string> sha256_of_file(const std::filesystem::path& path) {
    const HashContext context;
    std::ifstream file(path, std::ios::binary);
    if (context.get() == 0 || !file) {
        return std::nullopt;
    }
    std::array<char, 65536> block{};
    while (file.read(block.data(), block.size()) || file.gcount() > 0) {
        if (!CryptHashData(context.get(), reinterpret_cast<const BYTE*>(block.data()),
                           static_cast<DWORD>(file.gcount()), 0)) {
            return std::nullopt;
        }
    }
    std::array<BYTE, 32> digest{};
    auto size = static_cast<DWORD>(digest.size());
    if (!CryptGetHashParam(context.get(), HP_HASHVAL, digest.data(), &size, 0)) {
        return std::nullopt;
    }
    return hexadecimal(digest);
}

}  // namespace conformance
