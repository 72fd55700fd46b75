// SPDX-License-Identifier: GPL-3.0-or-later
import { after } from 'node:test';
import { close } from './browser.mjs';

after(close);
try {
  await import('./form.mjs');
  await import('./reading.mjs');
} catch (error) {
  await close();
  throw error;
}
