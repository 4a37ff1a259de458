/** The words of names, sessions and signing in by two steps, to be read through in one go. */
export const nameWords = {
  title: 'Họ tên và chức vụ',
  why: 'Đồng nghiệp thấy họ tên và chức vụ ở mỗi việc đã làm; người dân chỉ thấy tên cơ quan. Tên đăng nhập không hiện với ai khác.',
  fullName: 'Họ và tên',
  fullNameHint: 'Ví dụ: Nguyễn Thị Hạnh',
  position: 'Chức vụ',
  positionHint: 'Ví dụ: chuyên viên phòng VHXH',
  save: 'Ghi họ tên',
  later: 'Để sau',
  correct: 'Sửa họ tên',
}

export const sessionWords = {
  shared: 'Máy dùng chung',
  sharedHint: 'Phiên kết thúc khi đóng trình duyệt, hoặc sau 1 giờ không dùng.',
}
