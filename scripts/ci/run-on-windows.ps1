#Requires -Version 5.1
<#
.SYNOPSIS
    Runs the suite that a preset has built, or that a release holds, and writes the report.
.DESCRIPTION
    JUnit and CTRF go beside it (NAME.xml, NAME.ctrf.json) unless other files are named, and the report notes
    the versions of CMake and Visual Studio. In GitHub Actions the summary goes to the page of the run, and
    the step has the outputs gate (holds, broken or unknown) and report. Ends with the exit code of the run.
    Never run so far: there was no Windows.
.PARAMETER Preset
    The preset that was built.
.PARAMETER Release
    The folder of an unpacked release, with bin and share in it, instead of what a preset has built.
.PARAMETER Report
    Where the report goes.
.PARAMETER Selectors
    What to run, separated by blanks; everything without.
.PARAMETER Baseline
    The baselines to judge by: a file or a folder; the suite's own without.
.PARAMETER UpdateBaseline
    Write what the run shows into that baseline.
.PARAMETER Require
    Capabilities without which the run ends with 4, separated by blanks.
.PARAMETER Strict
    An improvement breaks the gate, too.
.PARAMETER JUnit
    Where JUnit XML goes.
.PARAMETER Ctrf
    Where the Common Test Report Format goes.
.PARAMETER Driver
    The kernel's driver, where one was built and signed; the run ends with 4 when it is not loaded.
.EXAMPLE
    scripts\ci\run-on-windows.ps1 -Preset msvc-x64 -Report report.json
.EXAMPLE
    scripts\ci\run-on-windows.ps1 -Release winsock-conformance-1.0.0-windows-x64 -Baseline baseline.json
#>
[CmdletBinding()]
param(
    [ValidateSet('msvc-x64', 'msvc-x86', 'msvc-arm64', 'driver-msvc-x64', 'driver-msvc-arm64')]
    [string] $Preset = 'msvc-x64',
    [string] $Release = '',
    [string] $Report = 'report.json',
    [string] $Selectors = '',
    [string] $Baseline = '',
    [switch] $UpdateBaseline,
    [string] $Require = '',
    [switch] $Strict,
    [string] $JUnit = '',
    [string] $Ctrf = '',
    [string] $Driver = ''
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

function Get-Word([string] $Text) {
    @($Text -split '\s+' | Where-Object { $_ -ne '' })
}

$root = Split-Path -Parent (Split-Path -Parent $PSScriptRoot)
if ($Release -ne '') {
    $program = Join-Path $Release 'bin/winsock-conformance.exe'
    $known = Join-Path $Release 'share/winsock-conformance/baselines'
}
else {
    $program = Join-Path $root "build/$Preset/harness/run/Release/winsock-conformance.exe"
    $known = Join-Path $root 'reports/baselines'
}
if ($Baseline -ne '') {
    $known = $Baseline
}
$name = $Report -replace '\.json(\.gz)?$', ''
if ($JUnit -eq '') {
    $JUnit = "$name.xml"
}
if ($Ctrf -eq '') {
    $Ctrf = "$name.ctrf.json"
}
if ($UpdateBaseline -and $Baseline -eq '') {
    throw '-UpdateBaseline: expected -Baseline, which it writes to'
}
if (-not (Test-Path -LiteralPath $program)) {
    Write-Error "There is no $program" -ErrorAction Continue
    exit 5
}

$arguments = @('run') + @(Get-Word $Selectors)
$arguments += @('--report', $Report, '--baseline', $known, '--junit', $JUnit, '--ctrf', $Ctrf)
if ($UpdateBaseline) {
    $arguments += '--update'
}
if ($Strict) {
    $arguments += '--strict'
}
foreach ($capability in @(Get-Word $Require)) {
    $arguments += @('--require', $capability)
}
if ($Release -eq '') {
    $cmake = (cmake --version | Select-Object -First 1) -replace '^cmake version ', ''
    $arguments += @('--note', "cmake=$cmake")
    $vswhere = Join-Path ${env:ProgramFiles(x86)} 'Microsoft Visual Studio/Installer/vswhere.exe'
    if (Test-Path $vswhere) {
        $studio = & $vswhere -latest -products * -property catalog_productDisplayVersion
        $arguments += @('--note', "visual studio=$studio")
    }
}
if ($env:ImageOS) {
    $arguments += @('--note', "image=$env:ImageOS $env:ImageVersion")
}
if ($env:GITHUB_STEP_SUMMARY) {
    $arguments += @('--markdown', $env:GITHUB_STEP_SUMMARY)
}
if ($Driver -ne '') {
    # A named driver means that its rows have to run.
    $arguments += @('--wsk-driver', $Driver, '--require', 'wsk-driver')
}
& $program @arguments
$code = $LASTEXITCODE
if ($env:GITHUB_OUTPUT) {
    $gate = if ($code -eq 0) { 'holds' } elseif ($code -eq 1) { 'broken' } else { 'unknown' }
    Add-Content -Path $env:GITHUB_OUTPUT -Encoding utf8 -Value @("gate=$gate", "report=$Report")
}
exit $code
