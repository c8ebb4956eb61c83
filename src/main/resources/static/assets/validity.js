// What a browser says of an input that it does not accept it says in its own language: here it is Chinese.

function inChinese({validity, type, maxLength, minLength}) {
  if (validity.valueMissing) return type === 'checkbox' || type === 'radio' ? '请勾选。' : '请填写。';
  if (validity.typeMismatch && type === 'email') return '请填写完整的邮箱，如 name@example.cn。';
  if (validity.tooShort) return `至少 ${minLength} 个字。`;
  if (validity.tooLong) return `最多 ${maxLength} 个字。`;
  if (validity.rangeUnderflow || validity.rangeOverflow || validity.stepMismatch || validity.badInput) return '请填写合适的数字。';
  return '填写的内容格式不对，请更正。';
}

document.addEventListener('invalid', ({target}) => {
  target.setCustomValidity('');
  target.setCustomValidity(inChinese(target));
}, true);

for (const type of ['input', 'change']) {
  document.addEventListener(type, ({target}) => target.setCustomValidity?.(''), true);
}
