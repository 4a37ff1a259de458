# Runs Mốc 57 at every start of the machine, whether or not anybody signs in. In a PowerShell opened as administrator:
#   powershell -ExecutionPolicy Bypass -File deploy\windows\install.ps1 [-Data D:\moc57] [-Backup E:\moc57-backup]
param(
  [string]$Data = "$env:ProgramData\Moc57",
  [string]$Backup = "",
  [string]$PublicUrl = "",
  [string]$Listen = "127.0.0.1",
  [int]$Port = 5757
)
$ErrorActionPreference = 'Stop'
$program = (Resolve-Path "$PSScriptRoot\..\..").Path
$node = Join-Path $program 'node_modules\node\bin\node.exe'
if (-not (Test-Path $node)) { throw "Không thấy $node. Hãy chạy npm start một lần, hoặc giải nén bản đóng gói cho Windows." }

New-Item -ItemType Directory -Force -Path $Data | Out-Null
# Only the system and the administrators read the data; the numbers are the same in every language of Windows.
icacls $Data /inheritance:r /grant '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' | Out-Null

$settings = @(
  '@echo off',
  'chcp 65001 >nul',
  "set DATABASE_PATH=$Data\moc57.db",
  "set HOST=$Listen",
  "set PORT=$Port",
  $(if ($Backup) { "set BACKUP_PATH=$Backup" }),
  $(if ($PublicUrl) { "set PUBLIC_URL=$PublicUrl" }),
  "`"$node`" `"$program\server\src\main.ts`" >> `"$Data\moc57.log`" 2>&1"
) | Where-Object { $_ }
$run = Join-Path $Data 'moc57.cmd'
[IO.File]::WriteAllLines($run, $settings)

$action = New-ScheduledTaskAction -Execute 'cmd.exe' -Argument "/c `"$run`"" -WorkingDirectory $Data
$trigger = New-ScheduledTaskTrigger -AtStartup
$settingsOfTask = New-ScheduledTaskSettingsSet -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries -StartWhenAvailable `
  -RestartCount 999 -RestartInterval (New-TimeSpan -Minutes 1) -ExecutionTimeLimit ([TimeSpan]::Zero)
Register-ScheduledTask -TaskName 'Moc57' -Action $action -Trigger $trigger -Settings $settingsOfTask `
  -User 'SYSTEM' -RunLevel Highest -Force | Out-Null
Start-ScheduledTask -TaskName 'Moc57'
Write-Host "Mốc 57 đang chạy tại http://${Listen}:$Port. Mật khẩu quản trị lần đầu nằm trong $Data\moc57.log."
