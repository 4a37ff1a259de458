/** The sheet "Hướng dẫn", line by line. */
export const instructions = [
  '1. Chỉ nhập vào các ô màu vàng của trang “Nhập số liệu”. Các ô khác, thứ tự dòng và các cột ẩn giữ nguyên: hệ thống dựa vào đó để biết số liệu của đơn vị, kỳ và chỉ tiêu nào.',
  '2. Giá trị: gõ số, dấu phẩy hoặc dấu chấm thập phân theo cài đặt của Excel, ví dụ 85,5. Không cần ghi % hoặc đơn vị tính.',
  '3. Chỉ tiêu tính bằng % có thể nhập Tử số và Mẫu số thay cho Giá trị; hệ thống tự tính tỷ lệ. Không nhập cả hai cách.',
  '4. So sánh: chọn “trên” khi văn bản chỉ ghi, ví dụ, “trên 30%”. Còn lại để trống.',
  '5. Văn bản nguồn: số, ngày, tên văn bản có số liệu này, ví dụ “Báo cáo số 12/BC-UBND ngày 10/12/2026”.',
  '6. Lý do đính chính: bắt buộc khi sửa một giá trị đã được duyệt.',
  '7. Ô để trống nghĩa là không thay đổi: dòng không có giá trị được bỏ qua, số liệu đang có vẫn giữ nguyên. Số 0 là một giá trị.',
  '8. Không dùng công thức trong ô vàng: chép kết quả rồi Dán đặc biệt > Giá trị. Không gộp ô.',
  '9. Lưu tệp ở dạng .xlsx, rồi vào trang Nhập từ Excel chọn tệp. Hệ thống cho xem trước từng ô sẽ thay đổi; chưa ghi gì cho đến khi bấm nút ghi.',
  '10. Nếu trong lúc điền có người sửa cùng chỉ tiêu trên hệ thống, dòng đó sẽ bị từ chối và nêu giá trị hiện có; tải mẫu mới để nhập tiếp.',
]

/** What the city's workbook needs beside it. */
export const cityInstructions = [
  '11. Mẫu gồm mọi đơn vị đang nhận số liệu của kỳ này; đơn vị đã khóa kỳ không có trong mẫu. Có thể ẩn hoặc lọc dòng, không xóa cột ẩn. Ô nhập để trống lúc tải: chỉ điền dòng cần nhập.',
  '12. Số liệu ghi từ tệp là bản nháp của đơn vị; đơn vị kiểm tra, trình và lãnh đạo đơn vị duyệt.',
]
