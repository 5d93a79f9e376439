import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);

// On a busy machine a second is short.
configure({ asyncUtilTimeout: 10_000 });
