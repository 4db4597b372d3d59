#Requires -Version 5.1
#Requires -RunAsAdministrator
<#
.SYNOPSIS
    Builds with the Windows Driver Kit, signs the kernel's driver with a certificate made for this run, tests
    the driver under Driver Verifier, and runs the suite with it.
.DESCRIPTION
    The machine has to start with test signing on (bcdedit /set testsigning on), as GitHub's hosted images do:
    the kernel then loads a driver that any certificate has signed ("The TESTSIGNING boot configuration
    option"). No certificate becomes trusted. The driver is loaded from a folder that only administrators may
    write to, and the certificate with its key, the folder and Driver Verifier's setting are removed
    afterwards, also when something fails. Never run so far: there was no Windows.
.PARAMETER Preset
    A preset of CMakePresets.json that builds the driver.
.PARAMETER Report
    Where the report goes.
.EXAMPLE
    scripts\ci\run-with-driver.ps1 -Preset driver-msvc-x64 -Report report.json
#>
[CmdletBinding()]
param(
    [ValidateSet('driver-msvc-x64', 'driver-msvc-arm64')]
    [string] $Preset = 'driver-msvc-x64',
    [string] $Report = 'report.json'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$root = Split-Path -Parent (Split-Path -Parent $PSScriptRoot)
$built = Join-Path $root "build/$Preset/fixtures/wsk_probe/Release/wsk_probe.sys"
$tests = Join-Path $root "build/$Preset/harness/wsk/Release/wsk_tests.exe"
# Program Files is writable for administrators alone, and a new folder there inherits that.
$folder = Join-Path $env:ProgramFiles 'Winsock Conformance test driver'
$driver = Join-Path $folder 'wsk_probe.sys'
$store = 'Cert:\LocalMachine\My'
$subject = 'CN=Winsock Conformance test'

function Invoke-Checked {
    param([string] $Command, [string[]] $CommandArguments)
    & $Command @CommandArguments
    if ($LASTEXITCODE -ne 0) {
        throw "$Command ended with $LASTEXITCODE"
    }
}

# What this run or one that was killed has left behind.
function Remove-Leftover {
    Get-ChildItem -Path $store | Where-Object { $_.Subject -eq $subject } |
        ForEach-Object { Remove-Item -Path (Join-Path $store $_.Thumbprint) -DeleteKey }
    if (Test-Path $folder) {
        Remove-Item -Path $folder -Recurse -Force
    }
}

if (-not ((bcdedit /enum '{current}') -match 'testsigning\s+Yes')) {
    throw 'Test signing is off: expected a machine that was started after "bcdedit /set testsigning on".'
}

Push-Location $root
$handle = $null
$verified = $false
try {
    Remove-Leftover
    Invoke-Checked 'cmake' @('--workflow', '--preset', "build-$Preset")
    New-Item -ItemType Directory -Path $folder | Out-Null
    Copy-Item -Path $built -Destination $driver
    $certificate = New-SelfSignedCertificate -Type CodeSigningCert -Subject $subject `
        -CertStoreLocation $store -KeyExportPolicy NonExportable -NotAfter (Get-Date).AddDays(1)
    # The status is UnknownError, because no root is trusted; the signature is there all the same.
    Set-AuthenticodeSignature -FilePath $driver -Certificate $certificate -HashAlgorithm SHA256 | Out-Null
    # From now on nobody writes to the file that is checked and loaded.
    $handle = [System.IO.File]::Open($driver, 'Open', 'Read', 'Read')
    $signature = Get-AuthenticodeSignature -FilePath $driver
    if ($null -eq $signature.SignerCertificate -or
        $signature.SignerCertificate.Thumbprint -ne $certificate.Thumbprint) {
        throw "The driver was not signed: $($signature.StatusMessage)"
    }

    # Without a reboot, which a hosted runner does not survive ("Using Volatile Settings").
    verifier /volatile /standard /driver wsk_probe.sys
    $verified = $LASTEXITCODE -eq 0
    if (-not $verified) {
        Write-Warning "Driver Verifier does not watch the driver: verifier ended with $LASTEXITCODE."
    }
    # With a driver named, no test of it may be skipped.
    $env:CONFORMANCE_WSK_DRIVER = $driver
    Invoke-Checked $tests @()
    & (Join-Path $PSScriptRoot 'run-on-windows.ps1') -Preset $Preset -Report $Report -Driver $driver
    exit $LASTEXITCODE
}
finally {
    Pop-Location
    if ($verified) {
        verifier /volatile /removedriver wsk_probe.sys
    }
    if ($null -ne $handle) {
        $handle.Dispose()
    }
    Remove-Leftover
}
