#include "plan/row_list.hpp"

namespace conformance {

namespace {

std::string counted(std::size_t count, const char* what) {
    return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

}  // namespace

std::string row_list(const std::vector<RowReference>& rows) {
    std::string text;
    const CaseInfo* last = nullptr;
    std::size_t cases = 0;
    for (const auto& reference : rows) {
        if (reference.of_case != last) {
            last = reference.of_case;
            ++cases;
            text += last->name + "\n  checks";
            for (const auto& id : last->requirements) {
                text += ' ' + id;
            }
            text += '\n';
            if (!last->may_find.empty()) {
                text += "  may-find";
                for (const auto& id : last->may_find) {
                    text += ' ' + id;
                }
                text += '\n';
            }
        }
        text += "  " + reference.row->name;
        if (reference.row->versions != VersionRange{}) {
            text += ' ' + to_string(reference.row->versions);
        }
        if (reference.row->observable.from) {
            text += " observable-from " + to_string(*reference.row->observable.from);
        }
        text += '\n';
    }
    return text + counted(cases, "case") + ", " + counted(rows.size(), "row") + "\n";
}

}  // namespace conformance
