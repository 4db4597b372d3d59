#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tool/across_reports.hpp"
#include "tool/matrix_column.hpp"

namespace conformance {

/// The destination of a matrix, piece by piece.
using Sink = std::function<void(std::string_view)>;

/// Writes a matrix, column by column in the order of platforms. It keeps only the parts of a column
/// that the format needs at the end.
class MatrixWriter {
public:
    virtual ~MatrixWriter() = default;
    virtual void add(MatrixColumn&& column) = 0;
    /// Ends the matrix, with the decision across all columns.
    virtual void end(const AcrossReports& across) = 0;

protected:
    MatrixWriter() = default;
    MatrixWriter(const MatrixWriter&) = delete;
    MatrixWriter& operator=(const MatrixWriter&) = delete;
};

/// For the extension ".html", ".md", ".csv" or ".json" of `name`; `rows`, for rows instead of
/// requirements, goes with ".csv". Throws InputError for another extension.
std::unique_ptr<MatrixWriter> matrix_writer(const std::string& name, bool rows, Sink sink);

/// The page in one file.
std::unique_ptr<MatrixWriter> html_matrix_writer(Sink sink);

}  // namespace conformance
