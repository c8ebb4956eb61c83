package cn.citybrain.parking.onboarding.chance;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quicktheories.core.Gen;
import org.quicktheories.generators.Generate;
import org.quicktheories.generators.SourceDSL;

/** What people, other people's programs and attackers put where something else is expected. */
final class Odd {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u3000",
            "\u0000",
            "a\u0000b",
            "\ufeffx",
            "\u200b",
            "\u202e表",
            "\ud83d\ude97",
            "\ud83d",
            "\udc00x",
            "\ue000",
            "𠮷野家",
            "１２３",
            "-1",
            "0",
            "1e400",
            "NaN",
            "500.0",
            "9223372036854775808",
            "null",
            "true",
            "[]",
            "{}",
            "'; DROP TABLE stay; --",
            "%",
            "_",
            "\\",
            "\\u0000",
            "${7*7}",
            "#{7*7}",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "..",
            ".",
            "a\r\nX-Injected: 1",
            "2026-02-30",
            "2026-11-29 24:00:00",
            "0000-00-00 00:00:00",
            "99999-01-01",
            "2026-11-29T10:00:00+08:00",
            "浙A12345",
            "浙·A12345",
            "无牌车",
            "蓝",
            "91330102765432101R",
            "330106198001010013",
            "13800000000",
            "长期",
            "wechatpay",
            "PERSONAL");

    private Odd() {}

    /** Known troublemakers, any characters at all, and much of one. */
    static Gen<String> text() {
        return Generate.oneOf(
                Generate.pickWithNoShrinkPoint(TEXTS),
                SourceDSL.strings().allPossible().ofLengthBetween(0, 40),
                SourceDSL.strings().basicLatinAlphabet().ofLengthBetween(0, 80),
                Generate.range(1, 20_000).map(length -> "字".repeat(length)));
    }

    /** Any JSON value, up to three levels deep. */
    static Gen<Object> value() {
        return value(3);
    }

    private static Gen<Object> value(int depth) {
        Gen<Object> plain = Generate.oneOf(
                text().map(text -> (Object) text),
                SourceDSL.integers().all().map(number -> (Object) number),
                Generate.pickWithNoShrinkPoint(Arrays.asList(
                        null,
                        true,
                        false,
                        0,
                        -1,
                        1,
                        500.0,
                        1e300,
                        Long.MIN_VALUE,
                        new BigInteger("9".repeat(60)),
                        new BigDecimal("1e-400"))));
        if (depth == 0) {
            return plain;
        }
        Gen<Object> list = in -> {
            List<Object> values = new ArrayList<>();
            for (int i = Generate.range(0, 4).generate(in); i > 0; i--) {
                values.add(value(depth - 1).generate(in));
            }
            return values;
        };
        Gen<Object> object = in -> {
            Map<String, Object> values = new LinkedHashMap<>();
            for (int i = Generate.range(0, 4).generate(in); i > 0; i--) {
                values.put(text().generate(in), value(depth - 1).generate(in));
            }
            return values;
        };
        return in -> {
            int kind = Generate.range(0, 9).generate(in);
            return (kind == 8 ? list : kind == 9 ? object : plain).generate(in);
        };
    }

    static Gen<byte[]> bytes() {
        return SourceDSL.lists()
                .of(Generate.range(0, 255))
                .ofSizeBetween(0, 400)
                .map(Odd::bytes);
    }

    /** Something that was right, with a few bytes changed, cut off or added. */
    static Gen<byte[]> damaged(byte[] right) {
        return in -> {
            byte[] content = right.clone();
            for (int i = Generate.range(0, 6).generate(in); i > 0 && content.length > 0; i--) {
                content[Generate.range(0, content.length - 1).generate(in)] =
                        Generate.range(0, 255).generate(in).byteValue();
            }
            int length = Generate.range(0, content.length + 200).generate(in);
            return Generate.booleans().generate(in) ? content : Arrays.copyOf(content, length);
        };
    }

    private static byte[] bytes(List<Integer> numbers) {
        byte[] bytes = new byte[numbers.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = numbers.get(i).byteValue();
        }
        return bytes;
    }
}
