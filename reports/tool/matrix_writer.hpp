#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tool/across_reports.hpp"
#include "tool/matrix_column.hpp"

namespace conformance {

/// Where a matrix goes, piece by piece.
using Sink = std::function<void(std::string_view)>;

/// Writes a matrix, column by column in the order of platforms. Nothing of a column is kept but
/// what the form needs at the end.
class MatrixWriter {
public:
    virtual ~MatrixWriter() = default;
    virtual void add(MatrixColumn&& column) = 0;
    /// With what was decided across all columns.
    virtual void end(const AcrossReports& across) = 0;

protected:
    MatrixWriter() = default;
    MatrixWriter(const MatrixWriter&) = delete;
    MatrixWriter& operator=(const MatrixWriter&) = delete;
};

/// For the ending ".html", ".md", ".csv" or ".json" of `name`; `rows`, of rows instead of
/// requirements, is for ".csv". Throws InputError for another one.
std::unique_ptr<MatrixWriter> matrix_writer(const std::string& name, bool rows, Sink sink);

/// The page, of one file.
std::unique_ptr<MatrixWriter> html_matrix_writer(Sink sink);

}  // namespace conformance
