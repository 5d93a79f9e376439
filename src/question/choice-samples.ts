import type { Scenario } from '#core/pack/model.ts';
import { base, option, says, words } from './sample-parts.ts';

export const singleSample: Scenario<'single'> = {
  ...base,
  id: 'payments',
  kind: 'single',
  pin: [],
  options: [
    { id: 'kms', right: false, standsFor: 'kms' },
    { id: 'hsm', right: true, standsFor: 'cloudhsm' },
    { id: 'acm', right: false },
    { id: 'disk', right: false, never: true },
  ],
  text: {
    en: words(
      says(
        'A payment company terminates TLS for its public API on NGINX servers in one VPC. Its auditor requires that the private keys ',
        { type: 'mark', children: ['never leave a module that only the company controls'] },
        ', and that the handshakes use those keys where they are.',
      ),
      'Which design meets the requirement?',
      [
        option(
          'kms',
          'Keep the keys as asymmetric KMS keys and call Sign for every handshake.',
          'KMS offers no TLS offload to a web server, and the module is not yours alone.',
          'an application of your own signs documents by calling the KMS API',
        ),
        option(
          'hsm',
          'Create a CloudHSM cluster and offload the private-key operations to it.',
          'Single-tenant, under your control, and made for this offload.',
        ),
        option(
          'acm',
          'Import the certificates into ACM and attach them to the instances.',
          'ACM serves load balancers. An imported key is no longer in your module.',
          'TLS may end on a load balancer',
        ),
        option(
          'disk',
          'Download the key files to a RAM disk at boot.',
          'The keys then stand in plain text in memory.',
        ),
      ],
      'CloudHSM can take over a web server’s private-key work. KMS cannot, however strong its keys are.',
    ),
    ja: words(
      says(
        'ある決済会社は、VPC 内の NGINX サーバーで公開 API の TLS を終端しています。監査人は、秘密鍵が',
        { type: 'mark', children: ['会社だけが管理するモジュールから決して出ない'] },
        'こと、ハンドシェイクがその場で鍵を使うことを求めています。',
      ),
      '要件を満たす設計はどれですか。',
      [
        option(
          'kms',
          '鍵を KMS の非対称キーとし、ハンドシェイクごとに Sign を呼び出す',
          'KMS は Web サーバーの TLS オフロードに対応していません。',
          '自社のアプリケーションが KMS の API で文書に署名する',
        ),
        option(
          'hsm',
          'CloudHSM クラスターを作り、秘密鍵の処理をオフロードする',
          '単一テナントで、自社が管理し、このためのライブラリがあります。',
        ),
        option(
          'acm',
          '証明書を ACM に取り込み、インスタンスに割り当てる',
          'ACM はロードバランサー向けです。',
          'ロードバランサーで TLS を終端してよい',
        ),
        option(
          'disk',
          '起動時に鍵ファイルを RAM ディスクへ読み込む',
          '鍵が平文でメモリに残ります。',
        ),
      ],
      '鍵のある場所で鍵を使うライブラリは CloudHSM にあり、KMS にはありません。',
    ),
  },
};

export const multipleSample: Scenario<'multiple'> = {
  ...base,
  id: 'vendor',
  kind: 'multiple',
  choose: 2,
  pin: [],
  options: [
    { id: 'nacl', right: false },
    { id: 'proxy', right: true },
    { id: 'firewall', right: true },
    { id: 'group', right: false },
    { id: 'gateway', right: false },
  ],
  text: {
    en: words(
      says(
        'An agency must let build servers in private subnets reach only its vendor’s update site, ',
        { type: 'mark', children: ['by host name'] },
        '.',
      ),
      'Which TWO controls can enforce this?',
      [
        option(
          'nacl',
          'An outbound network ACL rule for the domain',
          'ACLs never see a name.',
          'a subnet must refuse known addresses',
        ),
        option('proxy', 'A forward proxy with an allow list', 'A proxy sees the name.'),
        option(
          'firewall',
          'AWS Network Firewall with a stateful domain list',
          'It reads the name in the TLS greeting.',
        ),
        option(
          'group',
          'A security group for the host name',
          'Groups take addresses.',
          'the addresses are known',
        ),
        option(
          'gateway',
          'A NAT gateway with a URL filter',
          'It has no filter.',
          'the servers only need a way out',
        ),
      ],
      'Whatever filters must see the name.',
    ),
    ja: words(
      says(
        'ある機関は、',
        { type: 'mark', children: ['ホスト名で'] },
        '更新サイトだけを許可したいと考えています。',
      ),
      'これを実現できる 2 つはどれですか。',
      [
        option(
          'nacl',
          'ドメイン宛てのネットワーク ACL ルール',
          'ACL は名前を見ません。',
          'アドレスがわかっている',
        ),
        option('proxy', '許可リスト付きのフォワードプロキシ', '名前が見えます。'),
        option('firewall', 'ドメインリストを持つ Network Firewall', '名前を読み取ります。'),
        option(
          'group',
          'ホスト名のセキュリティグループ',
          'アドレスだけを扱います。',
          'アドレスがわかっている',
        ),
        option(
          'gateway',
          'URL フィルター付き NAT ゲートウェイ',
          'フィルターはありません。',
          '外へ出られればよい',
        ),
      ],
      '名前が見えるものでなければ絞り込めません。',
    ),
  },
};
