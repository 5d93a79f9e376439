import type { Scenario } from '#core/pack/model.ts';
import { base, option, says, words } from './sample-parts.ts';

export const orderingSample: Scenario<'ordering'> = {
  ...base,
  id: 'steps',
  kind: 'ordering',
  steps: ['create', 'endpoints', 'task'],
  spare: ['reboot'],
  text: {
    en: words(
      says('A museum moves its database.'),
      'In which order is the migration set up?',
      [
        option('create', 'Create the replication instance', 'Endpoints are tested from it.'),
        option('endpoints', 'Create the endpoints', 'The task names them.'),
        option('task', 'Create the task', 'It needs both.'),
        option('reboot', 'Reboot the source database', 'Nothing needs it.'),
      ],
      'Each step uses what the step before has made.',
    ),
    ja: words(
      says('美術館がデータベースを移行します。'),
      'どの順に設定しますか。',
      [
        option('create', 'レプリケーションインスタンスを作る', 'そこから接続を試します。'),
        option('endpoints', 'エンドポイントを作る', 'タスクが指定します。'),
        option('task', 'タスクを作る', '両方が必要です。'),
        option('reboot', '移行元を再起動する', '必要ありません。'),
      ],
      'どの手順も前の結果を使います。',
    ),
  },
};

export const matchingSample: Scenario<'matching'> = {
  ...base,
  id: 'codes',
  kind: 'matching',
  prompts: [
    { id: 'page', choice: '403' },
    { id: 'gone', choice: '404' },
  ],
  choices: ['403', '404', '500'],
  text: {
    en: words(
      says('A film archive restricts its site to three countries.'),
      'Which status does each viewer get?',
      [
        option('page', 'A viewer in a blocked country opens a page', 'The edge refuses by itself.'),
        option('gone', 'A viewer at home opens a page that was deleted'),
        option('403', '403'),
        option('404', '404'),
        option('500', '500', 'Nothing is broken.'),
      ],
      'The edge refuses before it asks the origin.',
    ),
    ja: words(
      says('映画資料館がサイトを 3 か国に限定しています。'),
      'それぞれどのステータスになりますか。',
      [
        option('page', '遮断された国からページを開く', 'エッジが拒否します。'),
        option('gone', '国内から削除済みのページを開く'),
        option('403', '403'),
        option('404', '404'),
        option('500', '500', '故障ではありません。'),
      ],
      'エッジはオリジンに尋ねる前に拒否します。',
    ),
  },
};

export const shortSample: Scenario<'short'> = {
  ...base,
  id: 'numbers',
  kind: 'short',
  compare: 'exact',
  answers: [
    { id: 'number', right: true, texts: [':set number'] },
    { id: 'nu', right: true, texts: [':set nu'] },
    { id: 'list', right: false, texts: [':set list'] },
  ],
  text: {
    en: words(
      says('An operator reads a log in Vim.'),
      'Which command shows line numbers?',
      [
        {
          id: 'number',
          text: [{ type: 'code', text: ':set number' }],
          why: says('The whole name.'),
        },
        { id: 'nu', text: [{ type: 'code', text: ':set nu' }] },
        {
          id: 'list',
          text: [{ type: 'code', text: ':set list' }],
          why: says('That shows tabs and line ends.'),
        },
      ],
      'The option is called number.',
    ),
    ja: words(
      says('運用担当者が Vim でログを読んでいます。'),
      '行番号を表示するコマンドは何ですか。',
      [],
      'オプション名は number です。',
    ),
  },
};
