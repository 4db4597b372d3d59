#pragma once

namespace conformance {

/// "0.1.0", or the text after the "v" of the tag that is checked out.
extern const char* const suite_version;

/// Twelve digits of the commit, with "-dirty" when files differ from it, or "unknown".
extern const char* const suite_commit;

}  // namespace conformance
