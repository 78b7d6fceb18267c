; The installer for Windows (Inno Setup 6): iscc /DVersion=0.1.0 packaging\windows\nnplay.iss
; Installs for one user without administrator rights, or for all where they are given; opens .nnplay files with nnplay.
#ifndef Version
  #error Say which version: iscc /DVersion=0.1.0 packaging\windows\nnplay.iss
#endif

[Setup]
AppId={{6E0E9C0B-6C57-4C0A-9C39-2B6D7E3F5A11}
AppName=nnplay
AppVersion={#Version}
AppPublisher=nnplay
DefaultDirName={autopf}\nnplay
DefaultGroupName=nnplay
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0
SourceDir=..\..
LicenseFile=LICENSE
SetupIconFile=build\icons\nnplay.ico
UninstallDisplayIcon={app}\nnplay.exe
OutputDir=dist
OutputBaseFilename=nnplay-{#Version}-windows-x86_64-setup
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes
CloseApplications=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked
Name: "association"; Description: "{cm:AssocFileExtension,nnplay,.nnplay}"

[InstallDelete]
; What an older version has left must not be found by the new one.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "dist\nnplay\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\nnplay"; Filename: "{app}\nnplay.exe"
Name: "{autodesktop}\nnplay"; Filename: "{app}\nnplay.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.nnplay"; ValueType: string; ValueData: "nnplay.project"; Flags: uninsdeletevalue; Tasks: association
Root: HKA; Subkey: "Software\Classes\nnplay.project"; ValueType: string; ValueData: "nnplay project"; Flags: uninsdeletekey; Tasks: association
Root: HKA; Subkey: "Software\Classes\nnplay.project\DefaultIcon"; ValueType: string; ValueData: "{app}\nnplay.exe,0"; Tasks: association
Root: HKA; Subkey: "Software\Classes\nnplay.project\shell\open\command"; ValueType: string; ValueData: """{app}\nnplay.exe"" ""%1"""; Tasks: association

[Run]
Filename: "{app}\nnplay.exe"; Description: "{cm:LaunchProgram,nnplay}"; Flags: nowait postinstall skipifsilent
