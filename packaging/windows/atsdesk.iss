; The installer for Windows, by Inno Setup 6, around the folder that `make bundle` (packaging/bundle.py) makes there:
;     iscc /DVersion=0.1.0 packaging\windows\atsdesk.iss
; With a certificate, name a sign tool for Inno Setup and ask for it (see packaging\windows\sign.ps1):
;     iscc /DVersion=0.1.0 /DSigned "/Ssign=powershell -File $qpackaging\windows\sign.ps1$q $f" packaging\windows\atsdesk.iss
; Installs for one person by default, without an administrator. Uninstalling keeps the data unless the person says otherwise.

#ifndef Version
  #error Say which version: /DVersion=0.1.0
#endif
#define Root "..\.."

[Setup]
AppId={{6C0F4B0E-5B1C-4B43-9D0B-2C0C6C1C8D51}
AppName=ATS Desk
AppVersion={#Version}
AppVerName=ATS Desk {#Version}
AppPublisher=ATS Desk contributors
AppPublisherURL=https://atsdesk.example.com/
VersionInfoVersion={#Version}
DefaultDirName={autopf}\ATS Desk
DefaultGroupName=ATS Desk
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile={#Root}\LICENSE
SetupIconFile={#Root}\build\atsdesk.ico
UninstallDisplayIcon={app}\atsdesk-window.exe
UninstallDisplayName=ATS Desk
OutputDir={#Root}\dist
OutputBaseFilename=atsdesk-{#Version}-setup
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
CloseApplications=yes
#ifdef Signed
SignTool=sign
SignedUninstaller=yes
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "he"; MessagesFile: "compiler:Languages\Hebrew.isl"

[CustomMessages]
en.DesktopIcon=Put an icon on the desktop
he.DesktopIcon=הצבת סמל על שולחן העבודה
en.ForgetData=Also delete the data that ATS Desk keeps on this computer for you?%n%nKeys in the Credential Manager stay; remove the accounts in ATS Desk first if they should go too.
he.ForgetData=למחוק גם את הנתונים ש-ATS Desk שומר עבורך במחשב זה?%n%nהמפתחות במנהל האישורים נשארים; כדי להסירם יש להסיר קודם את החשבונות ב-ATS Desk.
en.OpenNow=Open ATS Desk
he.OpenNow=פתיחת ATS Desk

[Tasks]
Name: "desktopicon"; Description: "{cm:DesktopIcon}"; Flags: unchecked

[InstallDelete]
; an older version's libraries beside newer ones would be found first
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Root}\dist\atsdesk\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs
Source: "{#Root}\resources\licences.md"; DestDir: "{app}"; Flags: ignoreversion

[Icons]
Name: "{group}\ATS Desk"; Filename: "{app}\atsdesk-window.exe"
Name: "{autodesktop}\ATS Desk"; Filename: "{app}\atsdesk-window.exe"; Tasks: desktopicon

[Run]
Filename: "{app}\atsdesk-window.exe"; Description: "{cm:OpenNow}"; Flags: nowait postinstall skipifsilent

[Code]
function AsksToForget(): Boolean;
begin
  // silent: only `unins000.exe /VERYSILENT /FORGETDATA` deletes
  if UninstallSilent() then
    Result := Pos('/FORGETDATA', Uppercase(GetCmdTail())) > 0
  else
    Result := MsgBox(CustomMessage('ForgetData'), mbConfirmation, MB_YESNO or MB_DEFBUTTON2) = IDYES;
end;

procedure RemoveStarts();
var
  Names: TArrayOfString;
  Index: Integer;
begin
  if RegGetValueNames(HKCU, 'Software\Microsoft\Windows\CurrentVersion\Run', Names) then
    for Index := 0 to GetArrayLength(Names) - 1 do
      if Pos('atsdesk-', Names[Index]) = 1 then
        RegDeleteValue(HKCU, 'Software\Microsoft\Windows\CurrentVersion\Run', Names[Index]);
end;

procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
begin
  if CurUninstallStep = usPostUninstall then
  begin
    RemoveStarts();
    if AsksToForget() then
      DelTree(ExpandConstant('{localappdata}\ATS Desk'), True, True, True);
  end;
end;
