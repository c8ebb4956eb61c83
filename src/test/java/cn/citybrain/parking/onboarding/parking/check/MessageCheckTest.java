package cn.citybrain.parking.onboarding.parking.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.citybrain.parking.onboarding.parking.AccessKey;
import cn.citybrain.parking.onboarding.parking.check.MessageCheck.Message;
import cn.citybrain.parking.onboarding.parking.check.MessageCheck.Verdict;
import cn.citybrain.parking.onboarding.parking.check.Step.Outcome;
import cn.citybrain.parking.onboarding.parking.key.AccessKeys;
import cn.citybrain.parking.onboarding.parking.key.Envelope;
import cn.citybrain.parking.onboarding.parking.key.LotKeys;
import cn.citybrain.parking.onboarding.parking.record.LotCall;
import cn.citybrain.parking.onboarding.parking.record.Readers;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One case for each kind of mistake, made as clients make it. */
class MessageCheckTest {

    private static final String LOT = "3301020001";
    private static final String ACCESS_ID = "acc-1";
    private static final String PLAIN = """
        {"data":{"uid":"U1","plateNo":"浙A12345","parkingCode":"3301020001","arriveTime":"2026-11-23 08:00:00",\
        "entryNum":"01","plateColor":1,"uploadTime":"2026-11-23 08:00:05"}}\
        """;
    private static final RSAPrivateKey KEY = LotKeys.privateKey("lot-1024");

    private final AccessKeys keys = mock(AccessKeys.class);
    private MessageCheck check;

    @BeforeEach
    void aLotThatIsRegistered() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
        check = new MessageCheck(keys, new ContentCheck(Readers.at(clock), new ObjectMapper()));
        registered("lot-1024", 1024);
    }

    private void registered(String key, int bits) {
        when(keys.of(LOT)).thenReturn(Optional.of(new AccessKey(ACCESS_ID, LOT, bits, "f", "v", Instant.EPOCH, 1024)));
        when(keys.publicKey(LOT)).thenReturn(Optional.of(base64(LotKeys.publicKey(key))));
        when(keys.formerPublicKeys(any(), any())).thenReturn(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lot-1024", "lot-2048"})
    void aMessageAsTheSpecificationSaysIsRightWithEitherLengthOfKey(String key) {
        registered(key, key.equals("lot-1024") ? 1024 : 2048);
        Envelope envelope = Envelope.seal(PLAIN, LotKeys.privateKey(key));

        Verdict verdict = entry(envelope.cipher(), envelope.sign());

        assertThat(verdict.right()).as(verdict.toString()).isTrue();
        assertThat(verdict.steps()).allMatch(step -> step.outcome() == Outcome.OK);
        assertThat(verdict.plainText()).isEqualTo(PLAIN);
        assertThat(said(verdict, "解密")).contains(key.substring(4) + " 位");
    }

    @Test
    void aWholeBodyIsReadAsItWasSent() {
        Envelope envelope = Envelope.seal(PLAIN, KEY);
        String form =
                "accessID=" + ACCESS_ID + "&cipher=" + encoded(envelope.cipher()) + "&sign=" + encoded(envelope.sign());

        assertThat(ofForm(form).right()).isTrue();
        // as it is where somebody forgot to encode it
        Verdict plus = ofForm("accessID=" + ACCESS_ID + "&cipher=" + envelope.cipher() + "&sign=" + envelope.sign());
        assertThat(plus.right()).isTrue();
        assertThat(said(plus, "表单")).contains("“+”没有做 URL 编码");
        Verdict twice = ofForm("accessID=" + ACCESS_ID + "&cipher=" + encoded(encoded(envelope.cipher())) + "&sign="
                + encoded(envelope.sign()));
        assertThat(wrong(twice, "cipher（密文）的 Base64")).contains("URL 编码做了两遍");
        assertThat(wrong(ofForm("accessid=a&cipher=b&sign=c"), "表单")).contains("收到的是 accessid，大小写不对");
        assertThat(wrong(ofForm("accessID=a&cipher=%zz"), "表单")).contains("不是有效的");
    }

    @Test
    void whatIsMissingOrNotThisLotsIsSaidBeforeAnythingIsOpened() {
        Envelope envelope = Envelope.seal(PLAIN, KEY);
        assertThat(wrong(entry("", envelope.sign()), "表单")).contains("缺少 cipher");
        assertThat(wrong(of(ACCESS_ID.toUpperCase(), envelope.cipher(), envelope.sign()), "accessID（接入编号）"))
                .contains("大小写");
        assertThat(wrong(of("other", envelope.cipher(), envelope.sign()), "accessID（接入编号）"))
                .contains("登记的是“acc-1”");
        when(keys.of(LOT)).thenReturn(Optional.empty());
        assertThat(wrong(entry(envelope.cipher(), envelope.sign()), "accessID（接入编号）"))
                .contains("还没有登记");
    }

    @Test
    void anEmptyFieldIsNotMissingAndAWrongAccessIdIsToldBesideIt() {
        Verdict empty = ofForm("accessID=OTHER&cipher=&sign=");
        assertThat(wrong(empty, "表单")).startsWith("cipher、sign 是空的").doesNotContain("缺少", "大小写不对");
        assertThat(wrong(empty, "accessID（接入编号）")).contains("登记的是“acc-1”");
        Verdict both = ofForm("accessID=" + ACCESS_ID + "&Cipher=x&sign=%20");
        assertThat(wrong(both, "表单")).startsWith("缺少 cipher（收到的是 Cipher，大小写不对）；sign 是空的");
        assertThat(both.steps()).extracting(Step::outcome).containsExactly(Outcome.WRONG, Outcome.OK);
        assertThat(wrong(ofForm("cipher=x&sign=y"), "表单")).startsWith("缺少 accessID：");
        when(keys.of(LOT)).thenReturn(Optional.empty());
        assertThat(wrong(ofForm("accessID=&cipher=x&sign=y"), "accessID（接入编号）")).contains("还没有登记");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "JSON|{\"accessID\":\"acc-1\",\"cipher\":\"5%\"}",
                "JSON| [1]",
                "XML|<request/>",
                "multipart/form-data|------WebKitFormBoundary7MA4YWxk"
            })
    void whatIsNoFormIsCalledWhatItIs(String format, String body) {
        Verdict verdict = ofForm(body);
        assertThat(wrong(verdict, "表单"))
                .startsWith("请求体是 " + format)
                .contains("application/x-www-form-urlencoded")
                .doesNotContain("缺少");
        assertThat(verdict.steps()).hasSize(1);
    }

    @Test
    void anothersMessageStaysClosed() {
        Envelope foreign = Envelope.seal(PLAIN, another(1024));
        Verdict verdict = entry(foreign.cipher(), foreign.sign());

        assertThat(wrong(verdict, "解密")).contains("不是登记公钥对应的私钥加密的");
        assertThat(wrong(verdict, "sign（签名）")).contains("不是登记公钥对应的私钥签的");
        assertThat(verdict.plainText()).isNull();
        assertThat(verdict.toString()).doesNotContain("浙A12345");
    }

    @Test
    void aKeyThatWasReplacedIsRecognisedAndOpensNothing() {
        when(keys.formerPublicKeys(LOT, ACCESS_ID)).thenReturn(List.of(base64(LotKeys.publicKey("lot-1024"))));
        when(keys.publicKey(LOT)).thenReturn(Optional.of(base64(publicOf(another(1024)))));
        Envelope envelope = Envelope.seal(PLAIN, KEY);
        Verdict verdict = entry(envelope.cipher(), envelope.sign());

        assertThat(wrong(verdict, "解密")).contains("更换前的私钥");
        assertThat(wrong(verdict, "sign（签名）")).contains("更换前的私钥");
        assertThat(verdict.plainText()).isNull();
    }

    @Test
    void theOtherLengthOfKeyIsRecognised() {
        registered("lot-2048", 2048);
        Envelope shorter = Envelope.seal(PLAIN, KEY);
        Verdict verdict = entry(shorter.cipher(), shorter.sign());
        int blocks = Base64.getDecoder().decode(shorter.cipher()).length / 128;

        if (blocks % 2 == 1) {
            assertThat(wrong(verdict, "分段")).contains("像是用 1024 位的私钥加密的");
        }
        assertThat(wrong(verdict, "sign（签名）")).contains("另一把 1024 位的私钥");
    }

    @Test
    void whatIsNoBase64IsSaidToBeWhatItIs() {
        Envelope envelope = Envelope.seal(PLAIN, KEY);
        byte[] cipher = Base64.getDecoder().decode(envelope.cipher());
        String urlSafe = Base64.getUrlEncoder().encodeToString(cipher);
        assertThat(urlSafe).containsAnyOf("-", "_");
        assertThat(wrong(entry(urlSafe, envelope.sign()), "cipher（密文）的 Base64")).contains("URL 安全");
        assertThat(wrong(entry(HexFormat.of().formatHex(cipher), envelope.sign()), "cipher（密文）的 Base64"))
                .contains("十六进制");
        assertThat(wrong(entry("“" + envelope.cipher(), envelope.sign()), "cipher（密文）的 Base64"))
                .contains("1 种不属于 Base64 的字符");
        assertThat(wrong(
                        entry(envelope.cipher().substring(0, envelope.cipher().length() - 3), envelope.sign()),
                        "cipher（密文）的 Base64"))
                .contains("截断");
        StringBuilder apart = new StringBuilder();
        for (int at = 0; at < cipher.length; at += 128) {
            apart.append(Base64.getEncoder().encodeToString(Arrays.copyOfRange(cipher, at, at + 128)));
        }
        assertThat(wrong(entry(apart.toString(), envelope.sign()), "cipher（密文）的 Base64"))
                .contains("分别做了 Base64");
    }

    @Test
    void blocksThatAreCutOffPaddedOtherwiseOrNotPaddedAreTold() throws GeneralSecurityException {
        Envelope envelope = Envelope.seal(PLAIN, KEY);
        byte[] cipher = Base64.getDecoder().decode(envelope.cipher());
        assertThat(wrong(entry(base64(Arrays.copyOf(cipher, cipher.length - 20)), envelope.sign()), "分段"))
                .contains("不是整数段");
        byte[] spoiled = cipher.clone();
        spoiled[200] ^= 1;
        assertThat(wrong(entry(base64(spoiled), envelope.sign()), "解密")).contains("前 1 段可以解开，第 2 段不行");

        byte[] type2 = new byte[128];
        Arrays.fill(type2, (byte) 0x5A);
        type2[0] = 0;
        type2[1] = 2;
        type2[100] = 0;
        assertThat(wrong(entry(base64(raw(type2)), envelope.sign()), "解密")).contains("块类型 2");
        byte[] bare = new byte[128];
        System.arraycopy("hello".getBytes(StandardCharsets.US_ASCII), 0, bare, 123, 5);
        assertThat(wrong(entry(base64(raw(bare)), envelope.sign()), "解密")).contains("没有填充");
    }

    @Test
    void linesInBase64AreTaken() throws GeneralSecurityException {
        String lines = Base64.getMimeEncoder()
                .encodeToString(
                        Base64.getDecoder().decode(Envelope.seal(PLAIN, KEY).cipher()));
        Verdict verdict = entry(lines, sign("MD5withRSA", lines.getBytes(StandardCharsets.US_ASCII)));
        assertThat(verdict.right()).as(verdict.toString()).isTrue();
        assertThat(said(verdict, "cipher（密文）的 Base64")).contains("换行");
        Verdict other = entry(lines, Envelope.seal(PLAIN, KEY).sign());
        assertThat(wrong(other, "sign（签名）")).contains("签名的是去掉换行的 cipher");
    }

    @Test
    void whatWasSignedInThePlaceOfTheCipherIsNamed() throws GeneralSecurityException {
        String cipher = Envelope.seal(PLAIN, KEY).cipher();
        byte[] plain = PLAIN.getBytes(StandardCharsets.UTF_8);
        assertSigned(cipher, plain, "签名的对象是明文");
        assertSigned(cipher, Base64.getDecoder().decode(cipher), "cipher 解码后的字节");
        assertSigned(cipher, ascii(cipher.replace('+', ' ')), "“+”变成空格后的 cipher");
        assertSigned(cipher, ascii(encoded(cipher)), "URL 编码后的 cipher");
        assertSigned(cipher, ascii(ACCESS_ID + cipher), "accessID 与 cipher 的拼接");
        assertSigned(cipher, ascii("accessID=" + ACCESS_ID + "&cipher=" + cipher), "“accessID=…&cipher=…”");
        assertSigned(cipher, cipher.getBytes(StandardCharsets.UTF_16LE), "UTF-16");
        assertSigned(cipher, ascii(HexFormat.of().formatHex(md5(ascii(cipher)))), "摘要做了两遍");
        assertSigned(cipher, PLAIN.substring(8, PLAIN.length() - 1).getBytes(StandardCharsets.UTF_8), "明文中 data 的内容");
        assertSigned(cipher, ascii("another"), "不是这段 cipher");
    }

    @Test
    void anotherAlgorithmFormOrPaddingOfTheSignatureIsNamed() throws GeneralSecurityException {
        String cipher = Envelope.seal(PLAIN, KEY).cipher();
        assertThat(signed(cipher, sign("SHA256withRSA", ascii(cipher))))
                .contains("SHA256withRSA，应为 MD5withRSA")
                .doesNotContain("签名的对象");
        assertThat(signed(cipher, sign("SHA1withRSA", PLAIN.getBytes(StandardCharsets.UTF_8))))
                .contains("SHA1withRSA，应为 MD5withRSA")
                .contains("签名的对象是明文");
        assertThat(signed(cipher, closed(md5(ascii(cipher))))).contains("没有 DigestInfo（DER）");
        assertThat(signed(cipher, closed(ascii(HexFormat.of().formatHex(md5(ascii(cipher)))))))
                .contains("十六进制文本");
        assertThat(signed(cipher, closed(ascii("hello")))).contains("签名里没有摘要");
        Signature pss = Signature.getInstance("RSASSA-PSS");
        pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        pss.initSign(KEY);
        pss.update(ascii(cipher));
        assertThat(signed(cipher, base64(pss.sign()))).contains("PSS");
        String right = Envelope.seal(PLAIN, KEY).sign();
        assertThat(signed(cipher, HexFormat.of().formatHex(Base64.getDecoder().decode(right))))
                .contains("是十六进制文本");
        assertThat(signed(cipher, base64(ascii(right)))).contains("做了两遍 Base64");
        KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
        Signature ecdsa = Signature.getInstance("SHA256withECDSA");
        ecdsa.initSign(curve.generateKeyPair().getPrivate());
        ecdsa.update(ascii(cipher));
        assertThat(signed(cipher, base64(ecdsa.sign()))).contains("ECDSA");
    }

    @Test
    void charsetJsonAndFieldsAreReadAsARecordsAre() {
        assertThat(said(sealed(PLAIN.getBytes(Charset.forName("GBK"))), "字符集")).contains("GB18030");
        assertThat(wrong(sealed(new byte[] {'{', (byte) 0xFF, (byte) 0xFF}), "字符集"))
                .contains("既不是 UTF-8");
        assertThat(wrong(sealed("{\"data\":{\"uid\":"), "JSON"))
                .contains("不是有效的 JSON")
                .contains("第 1 行");
        assertThat(wrong(sealed("{\"uid\":\"U1\"}"), "JSON")).contains("{\"data\":{…}}");
        assertThat(wrong(sealed(PLAIN.replace("arriveTime", "arrivedTime")), "字段"))
                .contains("arriveTime（入场时间）不能为空");
        assertThat(wrong(sealed(PLAIN.replace("3301020001", "3301029999")), "字段"))
                .contains("parkingCode（停车场编号）是 3301029999");
        assertThat(wrong(sealed(PLAIN.replace("08:00:05", "23:00:05")), "字段")).contains("uploadTime");
        Verdict odd = sealed(PLAIN.replace("\"plateColor\":1", "\"plateColor\":\"蓝\",\"mood\":1"));
        assertThat(odd.right()).isTrue();
        assertThat(said(odd, "字段")).contains("plateColor").contains("mood");
    }

    private void assertSigned(String cipher, byte[] over, String name) throws GeneralSecurityException {
        assertThat(signed(cipher, sign("MD5withRSA", over))).contains(name);
    }

    private String signed(String cipher, String sign) {
        return wrong(entry(cipher, sign), "sign（签名）");
    }

    private Verdict sealed(String plain) {
        return sealed(plain.getBytes(StandardCharsets.UTF_8));
    }

    private Verdict sealed(byte[] plain) {
        Envelope envelope = Envelope.seal(plain, KEY);
        return entry(envelope.cipher(), envelope.sign());
    }

    private Verdict entry(String cipher, String sign) {
        return of(ACCESS_ID, cipher, sign);
    }

    private Verdict of(String accessId, String cipher, String sign) {
        return check.of(LOT, new Message(LotCall.ENTRY, null, accessId, cipher, sign, null));
    }

    private Verdict ofForm(String form) {
        return check.of(LOT, new Message(LotCall.ENTRY, form, null, null, null, null));
    }

    private static String said(Verdict verdict, String title) {
        return verdict.steps().stream()
                .filter(step -> step.title().equals(title))
                .map(Step::text)
                .findFirst()
                .orElse("");
    }

    private static String wrong(Verdict verdict, String title) {
        assertThat(verdict.right()).isFalse();
        assertThat(verdict.steps())
                .as(verdict.toString())
                .anyMatch(step -> step.title().equals(title) && step.outcome() == Outcome.WRONG);
        return said(verdict, title);
    }

    private static String sign(String algorithm, byte[] over) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(KEY);
        signature.update(over);
        return base64(signature.sign());
    }

    /** Padded as block type 1 and closed, without any digest's name. */
    private static String closed(byte[] content) throws GeneralSecurityException {
        Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        rsa.init(Cipher.ENCRYPT_MODE, KEY);
        return base64(rsa.doFinal(content));
    }

    private static byte[] raw(byte[] block) {
        byte[] number = new BigInteger(1, block)
                .modPow(KEY.getPrivateExponent(), KEY.getModulus())
                .toByteArray();
        ByteArrayOutputStream padded = new ByteArrayOutputStream();
        int from = Math.max(0, number.length - 128);
        padded.writeBytes(new byte[128 - (number.length - from)]);
        padded.write(number, from, number.length - from);
        return padded.toByteArray();
    }

    private static RSAPrivateKey another(int bits) {
        return (RSAPrivateKey) pair(bits).getPrivate();
    }

    private static RSAPublicKey publicOf(RSAPrivateKey other) {
        return (RSAPublicKey) pair(other.getModulus().bitLength()).getPublic();
    }

    private static KeyPair pair(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] md5(byte[] content) throws GeneralSecurityException {
        return MessageDigest.getInstance("MD5").digest(content);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String base64(RSAPublicKey key) {
        return base64(key.getEncoded());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
