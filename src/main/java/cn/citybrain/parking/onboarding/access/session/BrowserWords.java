package cn.citybrain.parking.onboarding.access.session;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a browser says of itself, in words that its person knows. */
final class BrowserWords {

    /** Most call themselves by others' names as well: the particular ones first. */
    private static final Map<String, String> BROWSERS = ordered(
            "MicroMessenger", "微信",
            "wxwork", "企业微信",
            "DingTalk", "钉钉",
            "Edg", "Edge",
            "OPR/", "Opera",
            "QQBrowser", "QQ 浏览器",
            "UCBrowser", "UC 浏览器",
            "Firefox", "火狐",
            "Chrome", "Chrome",
            "Safari", "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "HarmonyOS", "鸿蒙",
            "Android", "Android",
            "iPhone", "iPhone",
            "iPad", "iPad",
            "Windows", "Windows",
            "Mac OS X", "Mac",
            "Linux", "Linux");

    private BrowserWords() {}

    static String of(String agent) {
        String browser = first(BROWSERS, agent, "其他浏览器");
        String system = first(SYSTEMS, agent, "");
        return system.isEmpty() ? browser : browser + "，" + system;
    }

    private static String first(Map<String, String> words, String agent, String otherwise) {
        return words.entrySet().stream()
                .filter(word -> agent.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> words = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            words.put(pairs[at], pairs[at + 1]);
        }
        return words;
    }
}
