package cn.citybrain.parking.onboarding.parking.sample;

import cn.citybrain.parking.onboarding.parking.record.FieldKind;
import java.util.List;
import java.util.Map;

/** What a developer is told of a kind of field beside the sentence of its refusal. A new kind does not compile without. */
final class KindWords {

    private KindWords() {}

    static String type(FieldKind kind) {
        return switch (kind) {
            case ID, TEXT, PLATE, ANYTHING -> "文本";
            case TIME -> "时间";
            case MONEY -> "整数（分）";
            case COUNT, CODE, PLATE_COLOR, ONE_OR_TWO, ONE_TO_THREE, ONE_TO_FOUR -> "整数";
            case COORDINATE -> "数字";
            case FLAG -> "布尔";
            case JPEG -> "Base64 文本";
        };
    }

    /** Values that clients are known to send and that are taken though they are written in another way. */
    static List<Object> taken(FieldKind kind) {
        return switch (kind) {
            case ID -> List.of(20261123001L);
            case TEXT -> List.of(3);
            case PLATE -> List.of("浙·A12345", " 浙a 12345 ", "无牌车0001");
            case TIME ->
                List.of(
                        "20261123080000",
                        "2026-11-23 08:00:00.0",
                        "2026-11-23T08:00:00",
                        "20261123080000123",
                        "2026/11/23 8:00:00");
            case MONEY -> List.of("500");
            case COUNT -> List.of("320");
            case CODE -> List.of("4", "004");
            case PLATE_COLOR, ONE_OR_TWO, ONE_TO_THREE, ONE_TO_FOUR -> List.of("1");
            case COORDINATE -> List.of(120.15507);
            case FLAG -> List.of("true", 1, "0");
            case ANYTHING -> List.of(Map.of("note", "ok"));
            case JPEG -> List.of("data:image/jpeg;base64," + SampleFiles.PHOTO);
        };
    }
}
