#!/usr/bin/env python3
# -*- coding: utf-8 -*-
"""停车场系统对接示例（Python 3.6 及以上，只用标准库）：完整走一遍“先离场后付费”。

运行：python3 citybrain_lot.py 私钥文件.pem [车牌号] [停放秒数]

私钥文件：与登记的公钥成对的 RSA 私钥，PEM 格式（PKCS#8 或 PKCS#1）。私钥只留在停车场，不要发给任何人。
车牌号要先登记为测试车辆，否则 applyPayment 会被拒绝（403）。
"""
import base64
import datetime
import hashlib
import json
import re
import sys
import time
import urllib.parse
import urllib.request

ENDPOINT = "__ENDPOINT__"
ACCESS_ID = "__ACCESS_ID__"
PARKING_CODE = "__PARKING_CODE__"
PLATE = "__PLATE__"
PLATE_COLOR = __PLATE_COLOR__  # 1 蓝，2 黄，3 白，4 黑，5 绿
STAY_SECONDS = __STAY_SECONDS__
AMOUNT = 500  # 金额单位是分：500 即 5.00 元
PHOTO = "__PHOTO__"

SHANGHAI = datetime.timezone(datetime.timedelta(hours=8))
MD5_DIGEST_INFO = bytes.fromhex("3020300c06082a864886f70d020505000410")


def read_integers(der):
    """DER 里依次出现的整数：PKCS#1 为 version、n、e、d…；PKCS#8 里面包着 PKCS#1。"""
    numbers, at = [], 0
    while at < len(der):
        tag, length, at = der[at], der[at + 1], at + 2
        if length & 0x80:
            size = length & 0x7F
            length, at = int.from_bytes(der[at:at + size], "big"), at + size
        content = der[at:at + length]
        if tag == 0x30:  # SEQUENCE
            numbers += read_integers(content)
        elif tag == 0x04:  # OCTET STRING：PKCS#8 里的 PKCS#1
            numbers += read_integers(content)
        elif tag == 0x02:  # INTEGER
            numbers.append(int.from_bytes(content, "big"))
        at += length
    return numbers


def read_private_key(path):
    with open(path) as file:
        pem = file.read()
    numbers = read_integers(base64.b64decode(re.sub(r"-----[A-Z ]+-----|\s", "", pem)))
    if "BEGIN RSA PRIVATE KEY" not in pem:
        numbers = numbers[1:]  # PKCS#8 自己的 version
    return numbers[1], numbers[3]  # n, d


def private_block(content):
    """PKCS#1 v1.5，块类型 1：00 01 FF…FF 00 内容，再做一次 RSA 私钥运算。"""
    size = (N.bit_length() + 7) // 8
    block = b"\x00\x01" + b"\xff" * (size - len(content) - 3) + b"\x00" + content
    return pow(int.from_bytes(block, "big"), D, N).to_bytes(size, "big")


def encrypt(plain):
    """用自己的私钥分段加密：每段最多 密钥字节数 - 11，各段密文首尾相接后做 Base64。"""
    text = plain.encode("utf-8")
    chunk = (N.bit_length() + 7) // 8 - 11
    blocks = [private_block(text[at:at + chunk]) for at in range(0, len(text), chunk)]
    return base64.b64encode(b"".join(blocks)).decode("ascii")


def sign(cipher):
    """签名的对象是 cipher 的 Base64 文本（不是明文，也不是解码后的字节），算法 MD5withRSA。"""
    digest = hashlib.md5(cipher.encode("ascii")).digest()
    return base64.b64encode(private_block(MD5_DIGEST_INFO + digest)).decode("ascii")


def send(call, data):
    """一次调用：加密、签名、提交。返回平台的应答；resultCode 不是 200 就停下。"""
    cipher = encrypt(json.dumps({"data": data}, ensure_ascii=False))
    # urlencode 会把 Base64 里的 + / = 编码
    form = urllib.parse.urlencode({"accessID": ACCESS_ID, "cipher": cipher, "sign": sign(cipher)})
    path = "/api/v2/tcjg/" if call == "uploadHeartbeat" else "/api/v2/cp/"
    request = urllib.request.Request(ENDPOINT + path + call, data=form.encode("ascii"))
    with urllib.request.urlopen(request, timeout=30) as response:
        answer = json.loads(response.read().decode("utf-8"))
    print(call, "->", json.dumps(answer, ensure_ascii=False))
    if answer["resultCode"] != 200:
        sys.exit(1)
    return answer


def now():
    return datetime.datetime.now(SHANGHAI)


def written(moment):
    return moment.strftime("%Y-%m-%d %H:%M:%S")


def photo(uid, kind, at):
    send("uploadPhoto", {
        "parkingCode": PARKING_CODE, "uid": uid, "photoID": uid + "P" + str(kind), "time": written(at), "type": kind,
        "name": uid + "P" + str(kind) + ".jpg", "file": PHOTO, "uploadTime": written(now())})


def confirm(call, answer):
    request_id = (answer.get("data") or {}).get("requestId")
    if request_id is not None:
        send(call, {"requestId": request_id, "success": True, "params": ""})


def main():
    plate = sys.argv[2] if len(sys.argv) > 2 else PLATE
    stay = int(sys.argv[3]) if len(sys.argv) > 3 else STAY_SECONDS

    send("uploadHeartbeat", {"parkingCode": PARKING_CODE, "uploadTime": written(now())})

    # 1. 入场：uid 贯穿入场、照片、出场和账单
    entered = now()
    uid = PARKING_CODE + "01" + entered.strftime("%Y%m%d%H%M%S")
    send("uploadCarInData", {
        "uid": uid, "plateNo": plate, "plateColor": PLATE_COLOR, "parkingCode": PARKING_CODE, "entryNum": "01",
        "arriveTime": written(entered), "parkingType": 1, "uploadTime": written(now())})
    photo(uid, 1, entered)

    # 2. 询问能否先离场后付费（接了 MQTT 的停车场等 departurePayInfo，不必询问），然后确认
    departure = send("getDeparturePayInfo", {"parkingCode": PARKING_CODE, "plateNo": plate, "plateColor": PLATE_COLOR})
    confirm("confirmDeparturePayInfo", departure)

    time.sleep(stay)

    # 3. 出场
    left = now()
    send("uploadCarOutData", {
        "uid": uid, "plateNo": plate, "plateColor": PLATE_COLOR, "parkingCode": PARKING_CODE, "arriveTime": written(entered),
        "endTime": written(left), "outNum": "02", "shouldPay": AMOUNT, "uploadTime": written(now())})
    photo(uid, 2, left)

    # 4. 申请扣款：shouldPay 与出场记录一致，未支付的账单 payStatus 填 0
    bill = uid + "B1"
    send("applyPayment", {
        "parkingCode": PARKING_CODE, "uid": uid, "plateNo": plate, "plateColor": PLATE_COLOR, "arriveTime": written(entered),
        "endTime": written(left), "billID": bill, "billTime": written(left), "shouldPay": AMOUNT, "payStatus": 0,
        "carStock": 1, "uploadTime": written(now())})

    # 5. 查询结果并确认
    for _ in range(20):
        result = send("getPayResult", {"parkingCode": PARKING_CODE, "billID": bill})
        if result["data"]["payStatus"] != 0:
            confirm("confirmPayResult", result)
            print("payStatus", result["data"]["payStatus"], result["data"].get("message", ""))
            return
        time.sleep(3)
    print("no result yet: ask getPayResult again later")


N, D = read_private_key(sys.argv[1] if len(sys.argv) > 1 else "lot-private-key.pem")
main()
