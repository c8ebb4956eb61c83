/** The citizen card (市民卡). Its interface is not public: reached over the channel gateway contract (assumed). */
package cn.citybrain.parking.onboarding.channel.citizencard;
