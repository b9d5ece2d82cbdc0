; Inno Setup 6.3 or later: iscc packaging\windows\detente.iss /DVersion=0.1.0, after `py packaging\build.py bundle`.
; For one user, without asking for an administrator; opens .detente files. Never run here.
#ifndef Version
  #error Version is missing: /DVersion=0.1.0
#endif
#define Root "..\.."

[Setup]
AppId={{7B0C3E0C-5D21-4E0E-9E0F-44544E540001}
AppName=Détente
AppVersion={#Version}
AppPublisher=The Détente authors
AppPublisherURL=https://detente.example/
DefaultDirName={autopf}\Detente
DefaultGroupName=Détente
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile={#Root}\LICENSE
OutputDir={#Root}\dist
OutputBaseFilename=detente-{#Version}-windows-x64
SetupIconFile={#Root}\build\package\icons\detente.ico
UninstallDisplayIcon={app}\detentew.exe
Compression=lzma2/max
SolidCompression=yes
ChangesAssociations=yes
CloseApplications=yes
WizardStyle=modern
; With a certificate: iscc /Ssign="signtool sign /fd sha256 /tr http://timestamp.digicert.com /td sha256 /a $f" …
#ifdef Signed
SignTool=sign
SignedUninstaller=yes
#endif

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"
Name: "french"; MessagesFile: "compiler:Languages\French.isl"
Name: "german"; MessagesFile: "compiler:Languages\German.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Files]
Source: "{#Root}\build\package\dist\detente\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion
Source: "{#Root}\build\package\icons\database.ico"; DestDir: "{app}"; Flags: ignoreversion

[InstallDelete]
; An older version's modules must not be found beside the new ones.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{autoprograms}\Détente"; Filename: "{app}\detentew.exe"; AppUserModelID: "Detente.Detente"
Name: "{autodesktop}\Détente"; Filename: "{app}\detentew.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.detente"; ValueType: string; ValueData: "Detente.Database"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.detente\OpenWithProgids"; ValueType: string; ValueName: "Detente.Database"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Detente.Database"; ValueType: string; ValueData: "Détente database"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Detente.Database\DefaultIcon"; ValueType: string; ValueData: "{app}\database.ico"
Root: HKA; Subkey: "Software\Classes\Detente.Database\shell\open\command"; ValueType: string; ValueData: """{app}\detentew.exe"" ""%1"""
; Offered under “Open with” for exported pictures and tables, never their default.
Root: HKA; Subkey: "Software\Classes\Applications\detentew.exe\SupportedTypes"; ValueType: string; ValueName: ".png"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\detentew.exe\SupportedTypes"; ValueType: string; ValueName: ".svg"
Root: HKA; Subkey: "Software\Classes\Applications\detentew.exe\SupportedTypes"; ValueType: string; ValueName: ".pdf"
Root: HKA; Subkey: "Software\Classes\Applications\detentew.exe\SupportedTypes"; ValueType: string; ValueName: ".json"
Root: HKA; Subkey: "Software\Classes\Applications\detentew.exe\SupportedTypes"; ValueType: string; ValueName: ".jsonl"
Root: HKA; Subkey: "Software\Classes\Applications\detentew.exe\shell\open\command"; ValueType: string; ValueData: """{app}\detentew.exe"" ""%1"""; Flags: uninsdeletekey

[Run]
Filename: "{app}\detentew.exe"; Description: "{cm:LaunchProgram,Détente}"; Flags: nowait postinstall skipifsilent
