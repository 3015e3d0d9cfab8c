# Signs one file with the certificate in WINDOWS_CERTIFICATE (a PFX in base64) and WINDOWS_CERTIFICATE_PASSWORD.
#     powershell -File packaging\windows\sign.ps1 dist\atsdesk\atsdesk.exe
param([Parameter(Mandatory)][string]$File)
$ErrorActionPreference = "Stop"

if (-not $env:WINDOWS_CERTIFICATE) { throw "There is no certificate in WINDOWS_CERTIFICATE." }
$pfx = Join-Path ([IO.Path]::GetTempPath()) ("atsdesk-" + [Guid]::NewGuid() + ".pfx")
try {
    [IO.File]::WriteAllBytes($pfx, [Convert]::FromBase64String($env:WINDOWS_CERTIFICATE))
    $password = ConvertTo-SecureString $env:WINDOWS_CERTIFICATE_PASSWORD -AsPlainText -Force
    $certificate = Get-PfxCertificate -FilePath $pfx -Password $password
    $signed = Set-AuthenticodeSignature -FilePath $File -Certificate $certificate -HashAlgorithm SHA256 `
        -TimestampServer "http://timestamp.digicert.com"
    if ($signed.Status -ne "Valid") { throw "$File could not be signed: $($signed.StatusMessage)" }
}
finally {
    Remove-Item -Force -ErrorAction SilentlyContinue $pfx
}
