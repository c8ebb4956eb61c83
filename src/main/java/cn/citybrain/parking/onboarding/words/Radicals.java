package cn.citybrain.parking.onboarding.words;

/**
 * Characters that PDF programs and some fonts leave instead of the ordinary ones: radicals (CJK Radicals Supplement) that are
 * whole characters at the same time and look the same. Unicode calls them equivalent and does not normalise them, as it does
 * those of Kangxi (EquivalentUnifiedIdeograph).
 */
final class Radicals {

    private static final String RADICALS =
            "\u2E9F\u2EA0\u2EC4\u2EC5\u2EC6\u2EC9\u2ECB\u2ED1\u2ED3\u2ED4\u2ED8\u2ED9\u2EDA\u2EDB"
                    + "\u2EDC\u2EDD\u2EE2\u2EE3\u2EE4\u2EE5\u2EE6\u2EE7\u2EE8\u2EE9\u2EEA\u2EEC\u2EEE\u2EF0";

    private static final String CHARACTERS = "母民西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙";

    private Radicals() {}

    static String spelled(String text) {
        StringBuilder spelled = null;
        for (int at = 0; at < text.length(); at++) {
            int radical = RADICALS.indexOf(text.charAt(at));
            if (radical >= 0) {
                spelled = spelled == null ? new StringBuilder(text) : spelled;
                spelled.setCharAt(at, CHARACTERS.charAt(radical));
            }
        }
        return spelled == null ? text : spelled.toString();
    }
}
