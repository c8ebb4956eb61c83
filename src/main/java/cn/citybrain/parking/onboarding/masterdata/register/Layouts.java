package cn.citybrain.parking.onboarding.masterdata.register;

import static cn.citybrain.parking.onboarding.masterdata.register.Columns.optional;
import static cn.citybrain.parking.onboarding.masterdata.register.Columns.required;

import cn.citybrain.parking.onboarding.masterdata.sheet.Content;
import cn.citybrain.parking.onboarding.masterdata.sheet.Layout;
import java.util.List;

/** The columns of each kind of file. Names are those of the pages. */
final class Layouts {

    static final Layout COMPANIES = new Layout(
            ImportKind.COMPANIES.title(),
            List.of(
                    required("tenant", "公司代码", Content.CODE, "hubin", "小写字母、数字或短横线，2 至 32 位。以后不能改", "代码", "租户"),
                    required("name", "公司名称", Content.TEXT, "杭州湖滨停车管理有限公司", "与营业执照一致", "名称", "车场方", "车场方名称"),
                    required(
                            "uscc", "统一社会信用代码", Content.CODE, "91330102765432101R", "18 位。单元格须为文本格式", "信用代码", "社会信用代码"),
                    optional("contactPerson", "联系人", Content.TEXT, "林晓湖", "选填"),
                    optional("contactPhone", "联系电话", Content.PHONE, "0571-87000001", "手机、带区号的座机或 400 电话，选填", "电话"),
                    required("contactEmail", "联系邮箱", Content.CODE, "office@hubin.example", "通知发到这里", "邮箱")));

    static final Layout VENDORS = new Layout(
            ImportKind.VENDORS.title(),
            List.of(
                    required(
                            "group",
                            "技术方代码",
                            Content.CODE,
                            "vendor-zhilian",
                            "小写字母、数字或短横线；开头的 vendor- 可以省略。以后不能改",
                            "代码"),
                    required("name", "技术方名称", Content.TEXT, "智联停车科技有限公司", "全称", "名称", "技术方"),
                    optional("contactPerson", "联系人", Content.TEXT, "赵智联", "选填"),
                    optional("contactPhone", "联系电话", Content.PHONE, "0571-86000001", "手机、带区号的座机或 400 电话，选填", "电话"),
                    required("contactEmail", "联系邮箱", Content.CODE, "support@zhilian.example", "通知发到这里", "邮箱")));

    static final Layout LOTS = new Layout(
            ImportKind.LOTS.title(),
            List.of(
                    required(
                            "code",
                            "停车场编号",
                            Content.CODE,
                            "3301020001",
                            "与停车系统上报的 parkingCode 一致。单元格须为文本格式，以后不能改",
                            "编号",
                            "车场编号",
                            "parkingCode"),
                    required("company", "所属公司", Content.CODE, "91330102765432101R", "统一社会信用代码或公司代码，须已登记", "车场方", "公司"),
                    required("name", "停车场名称", Content.TEXT, "湖滨银泰停车场", "全称", "名称"),
                    required("address", "地址", Content.TEXT, "杭州市上城区东坡路7号", "省市区和门牌号"),
                    optional("longitude", "经度", Content.DECIMAL, "120.164410", "高德地图坐标，与纬度同填或同空"),
                    optional("latitude", "纬度", Content.DECIMAL, "30.252710", "高德地图坐标"),
                    required("spaces", "泊位数", Content.WHOLE, "420", "整数", "车位数"),
                    optional("lanes", "车道数", Content.WHOLE, "4", "入口和出口合计，选填"),
                    optional("servicePhone", "服务电话", Content.PHONE, "0571-87000001", "车主拨打的电话，选填", "客服电话"),
                    optional("vendor", "技术方", Content.TEXT, "vendor-zhilian", "技术方代码或名称，须已登记；空着表示没有", "技术方代码", "车场技术方"),
                    optional("from", "技术方生效日期", Content.DATE, "", "如 2026-12-01；空着表示立即生效", "生效日期")));

    static final Layout PEOPLE = new Layout(
            ImportKind.PEOPLE.title(),
            List.of(
                    required(
                            "userId",
                            "用户名",
                            Content.CODE,
                            "linxiaohu",
                            "登录用。英文字母、数字和 _ @ . -，2 至 64 位。以后不能改",
                            "账号",
                            "登录名"),
                    required("familyName", "姓", Content.TEXT, "林", ""),
                    required("givenName", "名", Content.TEXT, "晓湖", "选填，但须有这一列"),
                    required("mail", "邮箱", Content.CODE, "linxiaohu@hubin.example", "设置密码的链接发到这里", "电子邮箱"),
                    required("roles", "角色", Content.TEXT, "车场方", "车场方、车场技术方、运营公司审核、审计；多个用顿号隔开"),
                    optional(
                            "companies",
                            "车场方公司",
                            Content.TEXT,
                            "91330102765432101R",
                            "角色为“车场方”的填写：统一社会信用代码、公司代码或名称，多个用顿号隔开",
                            "所属公司",
                            "公司"),
                    optional("vendor", "技术方公司", Content.TEXT, "", "角色为“车场技术方”的填写：技术方代码或名称", "技术方")));

    private Layouts() {}
}
