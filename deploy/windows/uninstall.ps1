# Stops Mốc 57 and no longer starts it with the machine; the data stays where it is.
$ErrorActionPreference = 'Stop'
Stop-ScheduledTask -TaskName 'Moc57'
Unregister-ScheduledTask -TaskName 'Moc57' -Confirm:$false
Write-Host 'Đã gỡ Mốc 57 khỏi danh sách tự chạy. Dữ liệu vẫn còn nguyên.'
