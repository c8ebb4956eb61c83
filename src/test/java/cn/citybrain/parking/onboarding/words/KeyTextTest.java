package cn.citybrain.parking.onboarding.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {

    private static final KeyPair RSA = pair("RSA");
    private static final KeyPair CURVE = pair("Ed25519");
    private static final String PUBLIC =
            KeyText.pem("PUBLIC KEY", RSA.getPublic().getEncoded());
    private static final String PRIVATE =
            KeyText.pem("PRIVATE KEY", RSA.getPrivate().getEncoded());

    private static KeyPair pair(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What becomes of a key on its way through editors, word processors, chats and environment variables. */
    private static Stream<String> mangled(String pem) {
        String base64 = pem.replaceAll("-----[A-Z0-9 ]+-----|\\s", "");
        return Stream.of(
                pem,
                "\uFEFF" + pem,
                pem.replace("\n", "\r\n"),
                pem.replace("\n", "\r"),
                pem.replace("\n", "\\n"),
                pem.replace("\n", " "),
                pem.replace("\n", ""),
                "\"" + pem.strip() + "\"",
                "“" + pem.strip() + "”",
                " '" + pem + "'\n",
                pem.replace("-----", "—–-"),
                pem.replace("-----", "\u2014\u2014"),
                pem.replace("-----", "－－－－－"),
                pem.replace("\n", "\u200B\n"),
                pem.replace("BEGIN ", "BEGIN\u00A0").replace("\n", "\u3000\n"),
                pem.replaceAll("-----END.*", ""),
                "Bag Attributes\n    friendlyName: lot\n" + pem,
                base64,
                base64.replaceAll("(.{20})", "$1 "));
    }

    static Stream<String> publicKeys() throws IOException {
        byte[] older = SubjectPublicKeyInfo.getInstance(RSA.getPublic().getEncoded())
                .parsePublicKey()
                .getEncoded();
        return Stream.of(
                        mangled(PUBLIC),
                        mangled(KeyText.pem("RSA PUBLIC KEY", older)),
                        Stream.of(KeyText.pem("PUBLIC KEY", older)))
                .flatMap(each -> each);
    }

    static Stream<String> privateKeys() throws IOException {
        byte[] older = PrivateKeyInfo.getInstance(RSA.getPrivate().getEncoded())
                .parsePrivateKey()
                .toASN1Primitive()
                .getEncoded();
        return Stream.concat(mangled(PRIVATE), mangled(KeyText.pem("RSA PRIVATE KEY", older)));
    }

    @ParameterizedTest
    @MethodSource("publicKeys")
    void readsAPublicKeyThroughWhateverItCame(String text) {
        assertThat(KeyText.rsaPublic(text)).isEqualTo(RSA.getPublic());
        assertThat(KeyText.publicDer(text)).isEqualTo(RSA.getPublic().getEncoded());
    }

    @ParameterizedTest
    @MethodSource("privateKeys")
    void readsAPrivateKeyThroughWhateverItCame(String text) {
        assertThat(KeyText.rsaPrivate(text)).isEqualTo(RSA.getPrivate());
        assertThat(KeyText.privateDer(text)).isEqualTo(RSA.getPrivate().getEncoded());
    }

    @Test
    void readsKeysOfOtherAlgorithms() {
        String curve = KeyText.pem("PRIVATE KEY", CURVE.getPrivate().getEncoded());

        assertThat(KeyText.privateDer("\uFEFF" + curve))
                .isEqualTo(CURVE.getPrivate().getEncoded());
        assertThatExceptionOfType(UnreadableKey.class)
                .isThrownBy(() -> KeyText.rsaPrivate(curve))
                .withMessageContaining("不是 RSA 私钥");
    }

    @ParameterizedTest
    @MethodSource("privateKeys")
    void tellsThatAPrivateKeyMustNotBeHandedIn(String text) {
        assertThatExceptionOfType(UnreadableKey.class)
                .isThrownBy(() -> KeyText.rsaPublic(text))
                .withMessageContaining("是私钥，私钥不能交给任何人");
    }

    @Test
    void namesTheReason() {
        refuses("", "是空的");
        refuses("-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----", "中间没有内容");
        refuses("ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQ", "OpenSSH");
        refuses("-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB\n-----END ENCRYPTED PRIVATE KEY-----", "用口令加密过");
        refuses(PUBLIC.substring(0, 200), "无法识别", "内容不完整", "不完整");
        refuses(PUBLIC.replace("MII", "MI\u4E2DI"), "不属于密钥的字符“中”");
        refuses("AAAA", "无法识别");
        refuses(KeyText.pem("PUBLIC KEY", CURVE.getPublic().getEncoded()), "须为RSA 公钥", "RSA 公钥");
    }

    @Test
    void takesNoneOfSeveralKeys() {
        refuses(PUBLIC + PRIVATE, "里还有私钥，私钥不能交给任何人");
        refuses(PRIVATE + PUBLIC, "私钥不能交给任何人");
        refuses(PUBLIC + "\n" + PUBLIC.replace("\n", "\\n"), "里有不止一个密钥");
    }

    private static void refuses(String text, String... oneOf) {
        assertThatExceptionOfType(UnreadableKey.class)
                .isThrownBy(() -> KeyText.rsaPublic(text))
                .satisfies(
                        e -> assertThat(oneOf).anySatisfy(said -> assertThat(e).hasMessageContaining(said)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
    void readsFilesThatBeginWithAMark(String encoding) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(("\uFEFF" + PRIVATE).getBytes(encoding));

        assertThat(KeyText.rsaPrivate(PlainText.of(file.toByteArray()))).isEqualTo(RSA.getPrivate());
        assertThat(PlainText.of("{}".getBytes(StandardCharsets.UTF_8))).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"s3cret'", "\uFEFFs3cret'", "s3cret'\r\n", "\"s3cret'\"", " \"s3cret'\"\r", "\u200Bs3cret'"})
    void takesOffASecretWhatFilesOfSettingsLeave(String setting) {
        assertThat(KeyText.secret(setting)).isEqualTo("s3cret'");
    }

    @Test
    void writesLinesOfSixtyFour() {
        assertThat(PUBLIC.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(64));
        assertThat(Base64.getMimeDecoder().decode(PUBLIC.replaceAll("-----[A-Z ]+-----", "")))
                .isEqualTo(RSA.getPublic().getEncoded());
    }
}
