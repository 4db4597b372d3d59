#Requires -Version 5.1
#Requires -RunAsAdministrator
<#
.SYNOPSIS
    Builds with the Windows Driver Kit, signs the kernel's driver with a certificate made for the
    moment, and runs the suite with it.
.DESCRIPTION
    The machine has to start with test signing on (bcdedit /set testsigning on), as GitHub's hosted
    images do. The certificate is trusted by this machine while the suite runs and is removed
    afterwards, also when something fails. Never run so far: there was no Windows.
.PARAMETER Preset
    A preset of CMakePresets.json for MSVC.
.PARAMETER Report
    Where the report goes.
.EXAMPLE
    scripts\run-with-driver.ps1 -Preset msvc-x64 -Report report.json
#>
[CmdletBinding()]
param(
    [ValidateSet('msvc-x64', 'msvc-x86', 'msvc-arm64')]
    [string] $Preset = 'msvc-x64',
    [string] $Report = 'report.json'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$root = Split-Path -Parent $PSScriptRoot
$driver = Join-Path $root "build/$Preset/harness/run/Release/wsk_probe.sys"
$stores = @('Cert:\LocalMachine\Root', 'Cert:\LocalMachine\TrustedPublisher')

function Invoke-Checked {
    param([string] $Command, [string[]] $CommandArguments)
    & $Command @CommandArguments
    if ($LASTEXITCODE -ne 0) {
        throw "$Command ended with $LASTEXITCODE"
    }
}

if (-not ((bcdedit /enum '{current}') -match 'testsigning\s+Yes')) {
    Write-Warning 'Test signing is off: the driver will not be loaded, and the run ends with 4.'
}

Push-Location $root
$certificate = $null
try {
    Invoke-Checked 'cmake' @('--workflow', '--preset', "build-$Preset")
    if (-not (Test-Path $driver)) {
        throw 'The driver was not built: CMake found no Windows Driver Kit.'
    }
    $certificate = New-SelfSignedCertificate -Type CodeSigningCert -Subject 'CN=Winsock Conformance test' `
        -CertStoreLocation 'Cert:\LocalMachine\My' -NotAfter (Get-Date).AddDays(1)
    foreach ($name in $stores) {
        $store = Get-Item $name
        $store.Open('ReadWrite')
        $store.Add($certificate)
        $store.Close()
    }
    $signed = Set-AuthenticodeSignature -FilePath $driver -Certificate $certificate -HashAlgorithm SHA256
    if ($signed.Status -ne 'Valid') {
        throw "The driver was not signed: $($signed.StatusMessage)"
    }
    & (Join-Path $PSScriptRoot 'run-on-windows.ps1') -Preset $Preset -Report $Report -Driver $driver
    exit $LASTEXITCODE
}
finally {
    Pop-Location
    if ($null -ne $certificate) {
        foreach ($name in $stores) {
            Remove-Item -Path (Join-Path $name $certificate.Thumbprint) -ErrorAction SilentlyContinue
        }
        Remove-Item -Path (Join-Path 'Cert:\LocalMachine\My' $certificate.Thumbprint) -DeleteKey `
            -ErrorAction SilentlyContinue
    }
}
