#include "model/requirement.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "base/json.hpp"
#include "model/version_member.hpp"

namespace conformance {

namespace {

/// By which a reason of why_not_applicable is known again.
constexpr std::string_view this_is = "; this is NT ";

void refuse_unknown_members(const Json& object, std::initializer_list<std::string_view> known,
                            const std::string& where) {
    for (const auto& member : object.items()) {
        if (std::ranges::find(known, member.key()) == known.end()) {
            throw InputError(where + ": \"" + member.key() + "\" is not a known member");
        }
    }
}

Basis read_basis(const Json& object, const std::string& where) {
    const auto name = required<std::string>(object, "basis", where);
    if (const auto basis = basis_from(name)) {
        return *basis;
    }
    throw InputError(where + ": expected the basis \"document\", \"inferred\" or \"own\"");
}

Requirement read_requirement(const Json& object, const std::string& document,
                             const std::string& name) {
    Requirement requirement;
    requirement.id = required<std::string>(object, "id", name);
    const auto where = name + ": " + requirement.id;
    refuse_unknown_members(object,
                           {"id", "section", "statement", "basis", "from", "until", "readings",
                            "includes", "not_exercisable"},
                           where);
    if (!requirement.id.starts_with(document + ".")) {
        throw InputError(where + ": expected an id that starts with \"" + document + ".\"");
    }
    requirement.document = document;
    requirement.section = required<std::string>(object, "section", where);
    requirement.statement = required<std::string>(object, "statement", where);
    requirement.basis = read_basis(object, where);
    requirement.versions = {version_member(object, "from", where),
                            version_member(object, "until", where)};
    for (const auto& reading : object.value("readings", Json::array())) {
        requirement.readings.push_back({required<std::string>(reading, "conflict", where),
                                        required<std::string>(reading, "taken", where)});
    }
    requirement.includes = object.value("includes", std::vector<std::string>());
    requirement.not_exercisable = object.value("not_exercisable", std::string());
    return requirement;
}

}  // namespace

std::optional<Basis> basis_from(std::string_view name) noexcept {
    for (const auto basis : {Basis::document, Basis::inferred, Basis::own}) {
        if (name == to_string(basis)) {
            return basis;
        }
    }
    return std::nullopt;
}

std::string_view to_string(Basis basis) noexcept {
    static constexpr std::array<std::string_view, 3> names{"document", "inferred", "own"};
    return names[static_cast<std::size_t>(basis)];
}

void RequirementCatalogue::add(std::string_view text, const std::string& name) {
    const auto root = parse_json(text, name);
    refuse_unknown_members(root, {"document", "requirements"}, name);
    const auto page = required<Json>(root, "document", name);
    const Document document{required<std::string>(page, "id", name),
                            required<std::string>(page, "title", name),
                            required<std::string>(page, "address", name)};
    if (find_document(document.id) != nullptr) {
        throw InputError(name + ": the document \"" + document.id + "\" stands twice");
    }
    documents_.push_back(document);
    for (const auto& object : required<Json>(root, "requirements", name)) {
        auto requirement = read_requirement(object, document.id, name);
        if (find(requirement.id) != nullptr) {
            throw InputError(name + ": the requirement \"" + requirement.id + "\" stands twice");
        }
        requirements_.push_back(std::move(requirement));
    }
}

const Requirement* RequirementCatalogue::find(std::string_view id) const noexcept {
    const auto found = std::ranges::find(requirements_, id, &Requirement::id);
    return found == requirements_.end() ? nullptr : &*found;
}

const Document* RequirementCatalogue::find_document(std::string_view id) const noexcept {
    const auto found = std::ranges::find(documents_, id, &Document::id);
    return found == documents_.end() ? nullptr : &*found;
}

bool RequirementCatalogue::is_of_version(std::string_view reason) noexcept {
    return reason.find(this_is) != reason.npos;
}

std::string RequirementCatalogue::why_not_applicable(const VersionRange& row,
                                                     const std::vector<std::string>& requirements,
                                                     const NtVersion& version) const {
    const auto said = [&](const std::string& what, const VersionRange& range) {
        return what + " applies " + with_products(range) + std::string(this_is) +
               to_string(version);
    };
    if (!row.contains(version)) {
        return said("the row", row);
    }
    for (const auto& id : requirements) {
        const auto* requirement = find(id);
        if (requirement != nullptr && !requirement->versions.contains(version)) {
            return said(id, requirement->versions);
        }
    }
    return {};
}

std::string why_not_observable(const VersionRange& observable) {
    return "cannot be observed before " + with_products(observable.from.value_or(NtVersion{}));
}

}  // namespace conformance
