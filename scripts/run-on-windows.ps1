#Requires -Version 5.1
<#
.SYNOPSIS
    Runs the suite that a preset has built against the baselines, and writes the report.
.DESCRIPTION
    JUnit and CTRF go beside it (NAME.xml, NAME.ctrf.json), and the report notes the versions of CMake and Visual
    Studio. In GitHub Actions the summary goes to the page of the run. Ends with the exit code of the run. Never
    run so far: there was no Windows.
.PARAMETER Preset
    The preset that was built.
.PARAMETER Report
    Where the report goes.
.PARAMETER Selectors
    What to run, separated by blanks; everything without.
.PARAMETER Driver
    The kernel's driver, where one was built and signed; the run ends with 4 when it is not loaded.
.EXAMPLE
    scripts\run-on-windows.ps1 -Preset msvc-x64 -Report report.json
#>
[CmdletBinding()]
param(
    [ValidateSet('msvc-x64', 'msvc-x86', 'msvc-arm64', 'driver-msvc-x64', 'driver-msvc-arm64')]
    [string] $Preset = 'msvc-x64',
    [string] $Report = 'report.json',
    [string] $Selectors = '',
    [string] $Driver = ''
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$root = Split-Path -Parent $PSScriptRoot
$program = Join-Path $root "build/$Preset/harness/run/Release/winsock-conformance.exe"
$arguments = @('run') + @($Selectors -split '\s+' | Where-Object { $_ -ne '' })
$arguments += @('--report', $Report, '--baseline', (Join-Path $root 'reports/baselines'))
$arguments += @('--junit', [System.IO.Path]::ChangeExtension($Report, '.xml'))
$arguments += @('--ctrf', [System.IO.Path]::ChangeExtension($Report, '.ctrf.json'))
$arguments += @('--note', "cmake=$((cmake --version | Select-Object -First 1) -replace '^cmake version ', '')")
$vswhere = Join-Path ${env:ProgramFiles(x86)} 'Microsoft Visual Studio/Installer/vswhere.exe'
if (Test-Path $vswhere) {
    $arguments += @('--note', "visual studio=$(& $vswhere -latest -property catalog_productDisplayVersion)")
}
if ($env:ImageOS) {
    $arguments += @('--note', "image=$env:ImageOS $env:ImageVersion")
}
if ($env:GITHUB_STEP_SUMMARY) {
    $arguments += @('--markdown', $env:GITHUB_STEP_SUMMARY)
}
if ($Driver -ne '') {
    # Who names a driver wants its rows to run.
    $arguments += @('--wsk-driver', $Driver, '--require', 'wsk-driver')
}
& $program @arguments
exit $LASTEXITCODE
