import { describe, expect, test } from '@jest/globals';
import { isInventedEmail, phoneExtension, phoneNumbers } from '../../src/records/contacts.ts';

describe('the phone numbers in a text', () => {
  test.each([
    ['+1 (704) 555-0123', ['7045550123']],
    ['17045550123', ['7045550123']],
    ['1 704 555 0123', ['7045550123']],
    ['704 555 0123 or 1.704.555.0199', ['7045550123', '7045550199']],
    ['Cell (704)555-0123, office 704/555 0199 x12', ['7045550123', '7045550199']],
    ['+49 30 901820', ['4930901820']],
    ['555-0123', ['5550123']],
    ['call me', []],
    ['', []],
  ])('"%s" are %j', (text, numbers) => {
    expect(phoneNumbers(text)).toEqual(numbers);
  });

  test.each([
    ['704-555-0123x12', '12'],
    ['704-555-0123 (ext. 12)', '12'],
    ['704-555-0123, x12 main office', '12'],
    ['tel:704-555-0123;ext=12', '12'],
    ['704-555-0123 / 704-555-0199 x12', ''],
    ['704-555-0123 box 12', ''],
    ['+49 30 901820 x12', ''],
    ['', ''],
  ])('"%s" have the extension "%s"', (text, extension) => {
    expect(phoneExtension(text)).toBe(extension);
  });
});

describe('an email address', () => {
  test.each(
    'none@x.co nomail@x.co noemail@x.co no-email@x.co no_e_mail@x.co no.mail@x.co noreply@x.co no-reply@x.co do-not-reply@x.co donotreply@x.co do_not_reply@x.co not-provided@x.co test@test.com zoe@nomail.com a@no-mail.com a@noemail.com a@none.com name@mail.com name@email.com user@xx.com xx@x.com aaa@aaa.com abc@abc.com NONE@NONE.com'.split(
      ' ',
    ),
  )('%s is invented', (email) => {
    expect(isInventedEmail(email)).toBe(true);
  });

  test.each(
    'simone@none-such.com anone@x.co piano.reply@x.co annoreply@x.co taylor.customer@gmail.com atest@test.com 12@12.com aab@aab.com aasdf@asdf.com taylor@gmail.com nobody@x.co test@acme.com'.split(
      ' ',
    ),
  )('%s may be somebody', (email) => {
    expect(isInventedEmail(email)).toBe(false);
  });
});
