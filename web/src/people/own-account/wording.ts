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
  title: 'Phiên đăng nhập',
  why: 'Nơi tài khoản đang đăng nhập. Thấy phiên lạ thì kết thúc các phiên khác rồi đổi mật khẩu.',
  thisOne: 'Phiên này',
  other: 'Phiên khác',
  used: (moment: string) => `dùng gần nhất ${moment}`,
  started: (moment: string) => `đăng nhập ${moment}`,
  method: { password: 'bằng mật khẩu', provider: 'qua nhà cung cấp' },
  onShared: 'máy dùng chung',
  endOthers: 'Kết thúc các phiên khác',
  onlyThis: 'Không có phiên nào khác.',
}

/** Of one's own account. */
export const accountWords = {
  title: 'Tài khoản của tôi',
  username: 'Tên đăng nhập',
  unnamed: 'Chưa ghi họ tên',
  password: 'Đổi mật khẩu',
}

export const factorWords = {
  title: 'Xác thực hai bước',
  /** What it is, before it is set up. */
  what: 'Khi đăng nhập, sau mật khẩu còn phải nhập mã 6 chữ số của một ứng dụng trên điện thoại. Người biết mật khẩu mà không có điện thoại thì không vào được.',
  apps: 'Cần một ứng dụng xác thực trên điện thoại, ví dụ Google Authenticator hoặc Microsoft Authenticator; ứng dụng không cần mạng.',
  due: 'Tài khoản quản trị và thành phố phải bật xác thực hai bước trước khi làm việc.',
  begin: 'Bật xác thực hai bước',
  scan: '1. Mở ứng dụng xác thực, chọn thêm tài khoản và quét mã này.',
  qr: 'Mã QR của xác thực hai bước',
  secret: 'Không quét được thì nhập khóa này vào ứng dụng:',
  confirm: '2. Nhập mã 6 chữ số ứng dụng đang hiện.',
  code: 'Mã xác thực',
  doConfirm: 'Xác nhận',
  recovery: 'Mã dự phòng',
  recoveryNote:
    'Đã bật xác thực hai bước; các phiên đăng nhập khác đã kết thúc. Lưu 10 mã này ở nơi an toàn, ngoài điện thoại: khi mất điện thoại, mỗi mã thay được mã xác thực một lần. Các mã chỉ hiện lần này.',
  download: 'Tải về tệp',
  fileName: 'moc57-ma-du-phong.txt',
  fileTitle: (username: string) => `Mã dự phòng của tài khoản ${username} ở Mốc 57. Mỗi mã dùng một lần.`,
  saved: 'Đã lưu các mã',
  setAt: (moment: string) => `Đã bật từ ${moment}.`,
  left: (count: number) =>
    count > 3
      ? `Còn ${count} mã dự phòng chưa dùng.`
      : `Chỉ còn ${count} mã dự phòng. Hãy bỏ rồi bật lại xác thực hai bước để có 10 mã mới.`,
  remove: 'Bỏ xác thực hai bước',
  removeNote: 'Đổi điện thoại hoặc cần mã dự phòng mới: bỏ rồi bật lại.',
  removeCode: 'Mã xác thực, hoặc một mã dự phòng',
  cancel: 'Thôi',
  notice: 'Tài khoản này đọc và sửa được số liệu của nhiều đơn vị nhưng mới chỉ được bảo vệ bằng mật khẩu.',
  noticeLink: 'Bật xác thực hai bước',
}

/** The second step of signing in. */
export const secondStepWords = {
  title: 'Xác thực hai bước',
  note: 'Nhập mã 6 chữ số đang hiện trong ứng dụng xác thực. Không có điện thoại thì nhập một mã dự phòng; hết mã dự phòng thì báo quản trị.',
  code: 'Mã xác thực',
  submit: 'Đăng nhập',
  back: 'Quay lại',
}

/** How soon a new password is guessed, beside its field. */
export const strengthWords = {
  weak: 'Còn dễ đoán: thêm vài từ không liên quan với nhau; tránh tên người, tên đơn vị, ngày tháng và dãy số.',
  strong: 'Khó đoán.',
}
