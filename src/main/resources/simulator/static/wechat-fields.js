// WeChat Pay's names of the fields of an application, for people.
export const FIELDS = {
  business_code: '业务申请编号', finance_institution: '是否金融机构', contact_type: '联系人类型', contact_name: '联系人姓名', contact_id_doc_type: '联系人证件类型', contact_id_number: '联系人证件号码',
  contact_id_doc_copy: '联系人证件正面', contact_id_doc_copy_back: '联系人证件反面', contact_period_begin: '联系人证件有效期开始',
  contact_period_end: '联系人证件有效期结束', business_authorization_letter: '业务办理授权函', mobile_phone: '联系人手机', contact_email: '联系人邮箱',
  subject_type: '主体类型', license_copy: '营业执照照片', license_number: '统一社会信用代码', merchant_name: '商户名称', legal_person: '法定代表人',
  license_address: '注册地址', period_begin: '执照有效期开始', period_end: '执照有效期结束', id_holder_type: '证件持有人类型', id_doc_type: '证件类型',
  id_card_copy: '身份证人像面', id_card_national: '身份证国徽面', id_card_name: '身份证姓名', id_card_number: '身份证号码', id_card_address: '身份证住址',
  card_period_begin: '身份证有效期开始', card_period_end: '身份证有效期结束', owner: '是否最终受益人', ubo_id_doc_type: '受益人证件类型',
  ubo_id_doc_copy: '受益人证件正面', ubo_id_doc_copy_back: '受益人证件反面', ubo_id_doc_name: '受益人姓名', ubo_id_doc_number: '受益人证件号码',
  ubo_id_doc_address: '受益人住址', ubo_period_begin: '受益人证件有效期开始', ubo_period_end: '受益人证件有效期结束', merchant_shortname: '商户简称',
  service_phone: '客服电话', sales_scenes_type: '经营场景', biz_store_name: '停车场名称', biz_address_code: '停车场所在城市', biz_store_address: '停车场地址',
  store_entrance_pic: '停车场入口照片', indoor_pic: '停车场内景照片', settlement_id: '结算规则', qualification_type: '所属行业', bank_account_type: '账户类型',
  account_name: '开户名称', account_bank: '开户银行', bank_address_code: '开户城市', bank_branch_id: '联行号', bank_name: '开户支行', account_number: '银行账号',
};

const PICTURE = /(_copy|_copy_back|_national|_pic|_letter|qualifications|_pics)$/;

export const isPicture = (path) => PICTURE.test(path);

export const label = (path) => FIELDS[path.split('/').pop()] || path.split('/').pop();
