package cn.citybrain.parking.onboarding.words;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads keys as people hand them in, with or without head and foot, of the older (PKCS#1) and the newer form. Every method
 * throws {@link UnreadableKey}, whose Chinese message stands after the name of the field or setting.
 */
public final class KeyText {

    private static final Pattern QUOTED = Pattern.compile("^([\"'])(.*)\\1$");

    private KeyText() {}

    /** The public half, from a key or from its certificate. A private key is refused as such: it should never have been sent. */
    public static RSAPublicKey rsaPublic(String text) {
        requireOne(Pem.labels(text));
        Pem pem = Pem.read(text);
        try {
            return switch (Der.form(pem.der())) {
                case PUBLIC -> rsa(generated(pem.der()));
                case RSA_PUBLIC -> rsa(generated(Der.x509(pem.der())));
                case CERTIFICATE -> rsa(certificate(pem).getPublicKey());
                case PRIVATE, RSA_PRIVATE -> throw new UnreadableKey("是私钥，私钥不能交给任何人，请立即更换这对密钥，并提交新的公钥");
                case OTHER -> throw unknown(pem, "RSA 公钥（以 -----BEGIN PUBLIC KEY----- 开头）");
            };
        } catch (GeneralSecurityException e) {
            throw unknown(pem, "RSA 公钥（以 -----BEGIN PUBLIC KEY----- 开头）");
        }
    }

    /** Of several blocks only a certificate's chain leaves no doubt which one is meant. */
    private static void requireOne(List<String> labels) {
        if (labels.size() > 1 && labels.stream().anyMatch(label -> label.contains("PRIVATE"))) {
            throw new UnreadableKey("里还有私钥，私钥不能交给任何人，请立即更换这对密钥，并提交新的公钥");
        }
        if (labels.stream().filter(label -> label.contains("PUBLIC")).count() > 1) {
            throw new UnreadableKey("里有不止一个密钥，请只粘贴一个");
        }
    }

    public static RSAPrivateCrtKey rsaPrivate(String text) {
        byte[] der = privateDer(text, "RSA 私钥（以 -----BEGIN PRIVATE KEY----- 开头）");
        try {
            return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException | ClassCastException e) {
            throw new UnreadableKey("不是 RSA 私钥，或者内容不完整");
        }
    }

    /** PKCS#8 of a private key of any algorithm. */
    public static byte[] privateDer(String text) {
        return privateDer(text, "私钥（以 -----BEGIN PRIVATE KEY----- 开头）");
    }

    /** X.509 of a public key of any algorithm. */
    public static byte[] publicDer(String text) {
        Pem pem = Pem.read(text);
        return switch (Der.form(pem.der())) {
            case PUBLIC -> pem.der();
            case RSA_PUBLIC -> Der.x509(pem.der());
            case PRIVATE, RSA_PRIVATE -> throw new UnreadableKey("是私钥，这里须为公钥");
            default -> throw unknown(pem, "公钥（以 -----BEGIN PUBLIC KEY----- 开头）");
        };
    }

    /** Every certificate of a file. */
    public static List<Certificate> certificates(String text) {
        List<Pem> blocks = Pem.all(text).stream()
                .filter(block -> block.label().contains("CERTIFICATE"))
                .toList();
        if (blocks.isEmpty()) {
            throw new UnreadableKey("里没有证书，须为以 -----BEGIN CERTIFICATE----- 开头的证书");
        }
        return blocks.stream().map(KeyText::certificate).toList();
    }

    /** A secret of a setting: without the line's end, the byte order mark and the quotes that files of settings leave. */
    public static String secret(String setting) {
        if (setting == null) {
            return null;
        }
        String seen = UnseenCharacters.removed(setting).strip();
        return QUOTED.matcher(seen).replaceFirst("$2");
    }

    /** DER as PEM of the newer form. */
    public static String pem(String label, byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }

    private static byte[] privateDer(String text, String wanted) {
        Pem pem = Pem.read(text);
        return switch (Der.form(pem.der())) {
            case PRIVATE -> pem.der();
            case RSA_PRIVATE -> Der.pkcs8(pem.der());
            case PUBLIC, RSA_PUBLIC, CERTIFICATE -> throw new UnreadableKey("是公钥或证书，这里须为" + wanted);
            case OTHER -> throw unknown(pem, wanted);
        };
    }

    private static PublicKey generated(byte[] x509) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(x509));
    }

    private static Certificate certificate(Pem block) {
        try {
            return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(block.der()));
        } catch (GeneralSecurityException e) {
            throw new UnreadableKey("里的证书内容不完整，请重新复制");
        }
    }

    private static RSAPublicKey rsa(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return rsa;
        }
        throw new UnreadableKey("是 " + key.getAlgorithm() + " 公钥，这里须为 RSA 公钥");
    }

    private static UnreadableKey unknown(Pem pem, String wanted) {
        String what = pem.label().isEmpty() ? "无法识别" : "是 " + pem.label() + "，或者内容不完整";
        return new UnreadableKey(what + "，须为" + wanted);
    }
}
