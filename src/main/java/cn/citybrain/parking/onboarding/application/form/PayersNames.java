package cn.citybrain.parking.onboarding.application.form;

/** What drivers read on their bills has to say whose lot it was: a name made of words that fit any lot says nothing. */
final class PayersNames {

    private static final String OF_ANY_LOT =
            "停车场|停车库|停车位|停车|泊车|车库|车场|车位|停車場?|車場|車庫|(?i:car\\s*park|parking(\\s*lot)?)|地下|地上|地面|露天|立体|公共|公用|智慧|智能|无感|自助"
                    + "|收费|缴费|付费|付款|支付|管理|服务|运营|中心|系统|平台|有限|责任|股份|公司|商户|商家|店铺|门店|特约|客服|电话"
                    + "|杭州市?|浙江省?|中国|本市|费|的|[0-9\\s\\p{P}\\p{S}]";

    private PayersNames() {}

    /** Whether nothing is left of it, or a single sign, when the words that fit any lot are taken out. */
    static boolean isGeneric(String name) {
        String own = name.replaceAll(OF_ANY_LOT, "");
        return own.codePointCount(0, own.length()) < 2;
    }
}
