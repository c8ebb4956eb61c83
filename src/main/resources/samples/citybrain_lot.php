<?php
/*
 * 停车场系统对接示例（PHP 7.2 及以上，需要自带的 openssl 扩展）：完整走一遍“先离场后付费”。
 *
 * 运行：php citybrain_lot.php 私钥文件.pem [车牌号] [停放秒数]
 *
 * 私钥文件：与登记的公钥成对的 RSA 私钥，PEM 格式（PKCS#8 或 PKCS#1）。私钥只留在停车场，不要发给任何人。
 * 车牌号要先登记为测试车辆，否则 applyPayment 会被拒绝（403）。
 */

const ENDPOINT = '__ENDPOINT__';
const ACCESS_ID = '__ACCESS_ID__';
const PARKING_CODE = '__PARKING_CODE__';
const PLATE = '__PLATE__';
const PLATE_COLOR = __PLATE_COLOR__; // 1 蓝，2 黄，3 白，4 黑，5 绿
const STAY_SECONDS = __STAY_SECONDS__;
const AMOUNT = 500; // 金额单位是分：500 即 5.00 元
const PHOTO = '__PHOTO__';

date_default_timezone_set('Asia/Shanghai');

/** 用自己的私钥按 PKCS#1 v1.5 分段加密：每段最多 密钥字节数 - 11，各段密文首尾相接后做 Base64。 */
function encrypt($plain, $key)
{
    $chunk = openssl_pkey_get_details($key)['bits'] / 8 - 11;
    $blocks = '';
    foreach (str_split($plain, $chunk) as $part) {
        openssl_private_encrypt($part, $block, $key, OPENSSL_PKCS1_PADDING);
        $blocks .= $block;
    }
    return base64_encode($blocks);
}

/** 签名的对象是 cipher 的 Base64 文本（不是明文，也不是解码后的字节），算法 MD5withRSA。 */
function sign($cipher, $key)
{
    openssl_sign($cipher, $signature, $key, OPENSSL_ALGO_MD5);
    return base64_encode($signature);
}

/** 一次调用：加密、签名、提交。返回平台的应答；resultCode 不是 200 就停下。 */
function send($call, array $data)
{
    global $key;
    $cipher = encrypt(json_encode(['data' => $data], JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES), $key);
    // http_build_query 会把 Base64 里的 + / = 编码
    $form = http_build_query(['accessID' => ACCESS_ID, 'cipher' => $cipher, 'sign' => sign($cipher, $key)]);
    $path = $call === 'uploadHeartbeat' ? '/api/v2/tcjg/' : '/api/v2/cp/';
    $answer = file_get_contents(ENDPOINT . $path . $call, false, stream_context_create(['http' => [
        'method' => 'POST',
        'header' => 'Content-Type: application/x-www-form-urlencoded',
        'content' => $form,
        'timeout' => 30,
        'ignore_errors' => true,
    ]]));
    echo $call, ' -> ', $answer, "\n";
    $answer = json_decode((string) $answer, true);
    if (($answer['resultCode'] ?? 0) !== 200) {
        exit(1);
    }
    return $answer;
}

function written($time)
{
    return date('Y-m-d H:i:s', $time);
}

function photo($uid, $type, $time)
{
    send('uploadPhoto', [
        'parkingCode' => PARKING_CODE, 'uid' => $uid, 'photoID' => $uid . 'P' . $type, 'time' => written($time),
        'type' => $type, 'name' => $uid . 'P' . $type . '.jpg', 'file' => PHOTO, 'uploadTime' => written(time()),
    ]);
}

function confirm($call, array $answer)
{
    if (isset($answer['data']['requestId'])) {
        send($call, ['requestId' => $answer['data']['requestId'], 'success' => true, 'params' => '']);
    }
}

$key = openssl_pkey_get_private((string) file_get_contents($argv[1] ?? 'lot-private-key.pem'));
if ($key === false) {
    exit("no private key in this file\n");
}
$plate = $argv[2] ?? PLATE;
$stay = (int) ($argv[3] ?? STAY_SECONDS);

send('uploadHeartbeat', ['parkingCode' => PARKING_CODE, 'uploadTime' => written(time())]);

// 1. 入场：uid 贯穿入场、照片、出场和账单
$entered = time();
$uid = PARKING_CODE . '01' . date('YmdHis', $entered);
send('uploadCarInData', [
    'uid' => $uid, 'plateNo' => $plate, 'plateColor' => PLATE_COLOR, 'parkingCode' => PARKING_CODE, 'entryNum' => '01',
    'arriveTime' => written($entered), 'parkingType' => 1, 'uploadTime' => written(time()),
]);
photo($uid, 1, $entered);

// 2. 询问能否先离场后付费（接了 MQTT 的停车场等 departurePayInfo，不必询问），然后确认
$departure = send('getDeparturePayInfo', ['parkingCode' => PARKING_CODE, 'plateNo' => $plate, 'plateColor' => PLATE_COLOR]);
confirm('confirmDeparturePayInfo', $departure);

sleep($stay);

// 3. 出场
$left = time();
send('uploadCarOutData', [
    'uid' => $uid, 'plateNo' => $plate, 'plateColor' => PLATE_COLOR, 'parkingCode' => PARKING_CODE,
    'arriveTime' => written($entered), 'endTime' => written($left), 'outNum' => '02', 'shouldPay' => AMOUNT,
    'uploadTime' => written(time()),
]);
photo($uid, 2, $left);

// 4. 申请扣款：shouldPay 与出场记录一致，未支付的账单 payStatus 填 0
$bill = $uid . 'B1';
send('applyPayment', [
    'parkingCode' => PARKING_CODE, 'uid' => $uid, 'plateNo' => $plate, 'plateColor' => PLATE_COLOR,
    'arriveTime' => written($entered), 'endTime' => written($left), 'billID' => $bill, 'billTime' => written($left),
    'shouldPay' => AMOUNT, 'payStatus' => 0, 'carStock' => 1, 'uploadTime' => written(time()),
]);

// 5. 查询结果并确认
for ($i = 0; $i < 20; $i++) {
    $result = send('getPayResult', ['parkingCode' => PARKING_CODE, 'billID' => $bill]);
    if ($result['data']['payStatus'] !== 0) {
        confirm('confirmPayResult', $result);
        echo 'payStatus ', $result['data']['payStatus'], ' ', $result['data']['message'] ?? '', "\n";
        exit(0);
    }
    sleep(3);
}
echo "no result yet: ask getPayResult again later\n";
